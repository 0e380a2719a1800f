from pipecat.frames.frames import TTSSpeakFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.runner import PipelineRunner
from pipecat.pipeline.task import PipelineTask
from pipecat.services.openai.llm import OpenAILLMService

settings = OpenAILLMService.Settings(model="gpt-4o")


async def echo(transport):
    task = PipelineTask(Pipeline([transport.input(), transport.output()]))
    await task.queue_frames([TTSSpeakFrame("hello")])
    await PipelineRunner().run(task)
    await task.cancel()


async def only_configured():
    llm = OpenAILLMService(settings=settings)
    llm.register_function("weather", echo)
