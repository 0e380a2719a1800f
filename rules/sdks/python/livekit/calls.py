from livekit.agents import Agent, AgentServer, AgentSession, JobContext, WorkerOptions, inference, llm, tts
from livekit.agents.pipeline import VoicePipelineAgent
from livekit.plugins import anthropic, aws, cartesia, deepgram, elevenlabs, google, openai, silero

server = AgentServer()


class Assistant(Agent):
    def __init__(self) -> None:
        super().__init__(instructions="Be kind.", llm=anthropic.LLM(model="claude-sonnet-4-5"))

    async def on_enter(self) -> None:
        self.session.generate_reply(instructions="Say hello.")


@server.rtc_session()
async def talk(ctx: JobContext):
    session = AgentSession(
        vad=silero.VAD.load(),
        stt=deepgram.STT(model="nova-3"),
        llm=openai.LLM(model="gpt-4o-mini"),
        tts=cartesia.TTS(model="sonic-2"),
    )
    # expect: kind=agent vendor=deepgram,openai,cartesia
    await session.start(agent=Agent(instructions="Be brief."), room=ctx.room)


@server.rtc_session()
async def talk_with_own_agent(ctx: JobContext):
    session = AgentSession(stt=deepgram.STT())
    # expect: kind=agent vendor=anthropic,deepgram
    await session.start(room=ctx.room, agent=Assistant())


@server.rtc_session()
async def talk_through_inference(ctx: JobContext):
    session = AgentSession(llm="openai/gpt-4.1-mini", tts="cartesia/sonic-2:9626c31c")
    # expect: kind=agent vendor=openai,cartesia gateway=livekit-inference
    await session.start(agent=Agent(instructions="Be brief."), room=ctx.room)


@server.rtc_session()
async def talk_in_one_model(ctx: JobContext):
    session = AgentSession(llm=google.realtime.RealtimeModel(voice="Puck"))
    # expect: kind=agent vendor=google platform=google-ai-studio
    await session.start(agent=Agent(instructions="Be brief."), room=ctx.room)


@server.rtc_session()
async def talk_with_cover(ctx: JobContext):
    first = openai.LLM.with_azure(model="gpt-4o", azure_endpoint="https://x.openai.azure.com")
    cover = llm.FallbackAdapter([first, aws.LLM(model="us.amazon.nova-lite-v1:0")])
    session = AgentSession(llm=cover)
    # expect: kind=agent vendor=openai,amazon platform=azure-openai,aws-bedrock
    await session.start(agent=Agent(instructions="Be brief."), room=ctx.room)


async def talk_before_one(ctx: JobContext):
    voice = tts.StreamAdapter(tts=elevenlabs.TTS())
    agent = VoicePipelineAgent(stt=deepgram.STT(), llm=openai.LLM.with_ollama(model="llama3.1"), tts=voice)
    # expect: kind=agent platform=deepgram-api,ollama,elevenlabs-api
    agent.start(ctx.room)


async def summary(chat_ctx):
    model = inference.LLM(model="google/gemini-2.5-flash")
    # expect: kind=chat vendor=google gateway=livekit-inference
    async with model.chat(chat_ctx=chat_ctx) as stream:
        return [chunk async for chunk in stream]
