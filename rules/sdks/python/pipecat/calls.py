from pipecat.pipeline.llm_switcher import LLMSwitcher
from pipecat.pipeline.parallel_pipeline import ParallelPipeline
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.runner import PipelineRunner
from pipecat.pipeline.task import PipelineParams, PipelineTask
from pipecat.pipeline.worker import PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.services.anthropic.llm import AnthropicLLMService
from pipecat.services.aws.llm import AWSBedrockLLMService
from pipecat.services.cartesia.tts import CartesiaTTSService
from pipecat.services.deepgram.stt import DeepgramSTTService
from pipecat.services.elevenlabs import ElevenLabsTTSService
from pipecat.services.google.gemini_live.llm import GeminiLiveLLMService
from pipecat.services.groq.llm import GroqLLMService
from pipecat.services.openai import OpenAILLMService
from pipecat.services.whisper.stt import WhisperSTTService
from pipecat.workers.runner import WorkerRunner


async def talk(transport, context):
    stt = DeepgramSTTService(api_key="")
    llm = OpenAILLMService(api_key="", settings=OpenAILLMService.Settings(model="gpt-4o"))
    tts = CartesiaTTSService(api_key="", voice_id="v")
    pipeline = Pipeline([transport.input(), stt, context.user(), llm, tts, transport.output()])
    worker = PipelineWorker(pipeline, params=PipelineParams(enable_metrics=True))
    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    # expect: kind=agent vendor=deepgram,openai,cartesia
    await runner.run()


async def talk_before_workers(transport):
    llm = AnthropicLLMService(api_key="", model="claude-sonnet-4-5")
    task = PipelineTask(Pipeline([transport.input(), llm, ElevenLabsTTSService(api_key="")]))
    # expect: kind=agent vendor=anthropic,elevenlabs
    await PipelineRunner().run(task)


async def talk_alone(transport):
    llm = GeminiLiveLLMService(api_key="", settings=GeminiLiveLLMService.Settings(voice="Puck"))
    task = PipelineTask(Pipeline([transport.input(), llm, transport.output()]))
    # expect: kind=agent vendor=google platform=google-ai-studio
    await task.run()


async def talk_at_own_address(transport):
    settings = OpenAILLMService.Settings(model="llama-3.3-70b-versatile")
    llm = OpenAILLMService(base_url="https://api.groq.com/openai/v1", settings=settings)
    listen = WhisperSTTService()
    task = PipelineTask(Pipeline([transport.input(), listen, llm]))
    # expect: kind=agent platform=groq,local-server vendor=meta,local
    await PipelineRunner().run(task)


async def talk_to_either(transport):
    fast = GroqLLMService(settings=GroqLLMService.Settings(model="llama-3.3-70b-versatile"))
    good = OpenAILLMService(settings=OpenAILLMService.Settings(model="gpt-4o"))
    both = LLMSwitcher(llms=[good, fast])
    task = PipelineTask(Pipeline([transport.input(), ParallelPipeline([both], [])]))
    # expect: kind=agent platform=openai-api,groq vendor=openai,meta
    await PipelineRunner().run(task)


async def summary(context: LLMContext) -> str | None:
    model = "anthropic.claude-3-5-sonnet-20240620-v1:0"
    llm = AWSBedrockLLMService(aws_region="us-east-1", settings=AWSBedrockLLMService.Settings(model=model))
    # expect: kind=chat vendor=anthropic platform=aws-bedrock
    return await llm.run_inference(context)
