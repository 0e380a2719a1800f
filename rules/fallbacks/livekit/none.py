from livekit.agents import Agent, AgentSession, llm
from livekit.plugins import anthropic, deepgram, openai


async def alone(chat_ctx):
    cover = llm.FallbackAdapter([openai.LLM(model="gpt-4o")])
    # expect: verdict=none
    return cover.chat(chat_ctx=chat_ctx)


async def each_for_its_own(ctx):
    session = AgentSession(stt=deepgram.STT(), llm=anthropic.LLM())
    # expect: verdict=none
    await session.start(agent=Agent(instructions="Hi."), room=ctx.room)
