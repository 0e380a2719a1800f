from livekit.agents import Agent, AgentSession, llm, stt
from livekit.plugins import anthropic, deepgram, openai


async def talk(ctx):
    cover = llm.FallbackAdapter([openai.LLM(model="gpt-4o"), anthropic.LLM(model="claude-sonnet-4-5")])
    # expect: verdict=cross-vendor
    await AgentSession(llm=cover).start(agent=Agent(instructions="Hi."), room=ctx.room)


async def hear(audio):
    ears = stt.FallbackAdapter(stt=[deepgram.STT(), openai.STT()])
    # expect: verdict=cross-vendor
    return await ears.recognize(audio)


async def answer(chat_ctx):
    cover = llm.FallbackAdapter(llm=[anthropic.LLM(), openai.LLM()], attempt_timeout=3)
    # expect: verdict=cross-vendor
    return cover.chat(chat_ctx=chat_ctx)
