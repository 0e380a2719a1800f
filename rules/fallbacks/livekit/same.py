from livekit.agents import llm
from livekit.plugins import openai


async def answer(chat_ctx):
    cover = llm.FallbackAdapter([openai.LLM(model="gpt-4o"), openai.LLM(model="gpt-4o-mini")])
    # expect: verdict=same-vendor
    return cover.chat(chat_ctx=chat_ctx)
