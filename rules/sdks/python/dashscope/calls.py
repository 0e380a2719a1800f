import os

import dashscope
from dashscope import AsyncClient, Generation, TextEmbedding
from dashscope.audio.tts_v2 import SpeechSynthesizer

dashscope.api_key = os.environ["DASHSCOPE_API_KEY"]

# expect: kind=chat vendor=alibaba platform=dashscope model=qwen-max
dashscope.Generation.call(model="qwen-max", messages=[], result_format="message")

# expect: kind=chat vendor=alibaba platform=dashscope model=qwen-turbo
for part in Generation.call("qwen-turbo", prompt="Hi", stream=True):
    print(part)

# expect: kind=chat vendor=alibaba platform=dashscope model=qwen-vl-plus
dashscope.MultiModalConversation.call(model="qwen-vl-plus", messages=[])

# expect: kind=embedding platform=dashscope model=text-embedding-v3
TextEmbedding.call(model="text-embedding-v3", input=["x"])

# expect: kind=rerank platform=dashscope model=gte-rerank
dashscope.TextReRank.call(model="gte-rerank", query="q", documents=["a"])

# expect: kind=agent platform=dashscope
dashscope.Application.call(app_id="app", prompt="Hi")

# expect: kind=image platform=dashscope model=wanx-v1
task = dashscope.ImageSynthesis.async_call(model="wanx-v1", prompt="A cat")


class Voice:
    def __init__(self):
        self.synthesizer = SpeechSynthesizer(model="cosyvoice-v2", voice="longxiaochun_v2")

    def say(self, text):
        # expect: kind=audio platform=dashscope model=cosyvoice-v2
        return self.synthesizer.call(text)


async def ask(messages, model="qwen-plus"):
    client = AsyncClient(timeout=20)
    # expect: kind=chat vendor=alibaba platform=dashscope model=qwen-plus
    return await client.chat.completions.create(model=model, messages=messages)
