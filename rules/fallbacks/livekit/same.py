from livekit.agents import inference, llm
from livekit.plugins import openai


async def answer(chat_ctx):
    cover = llm.FallbackAdapter([openai.LLM(model="gpt-4o"), openai.LLM(model="gpt-4o-mini")])
    # expect: verdict=same-vendor
    return cover.chat(chat_ctx=chat_ctx)


async def say(text):
    voice = inference.TTS(model="cartesia/sonic-2", fallback=["elevenlabs/eleven_flash_v2"])
    # expect: verdict=gateway-spof
    return voice.synthesize(text)
