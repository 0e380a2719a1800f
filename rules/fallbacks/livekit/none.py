from livekit.agents import Agent, AgentSession, inference, llm
from livekit.plugins import anthropic, deepgram, openai


async def alone(chat_ctx):
    cover = llm.FallbackAdapter([openai.LLM(model="gpt-4o")])
    # expect: verdict=none
    return cover.chat(chat_ctx=chat_ctx)


async def each_for_its_own(ctx):
    session = AgentSession(stt=deepgram.STT(), llm=anthropic.LLM())
    # expect: verdict=none
    await session.start(agent=Agent(instructions="Hi."), room=ctx.room)


async def say(text):
    voice = inference.TTS(model="cartesia/sonic-2", fallback=["elevenlabs/eleven_flash_v2"])
    # expect: verdict=gateway-spof
    return voice.synthesize(text)
