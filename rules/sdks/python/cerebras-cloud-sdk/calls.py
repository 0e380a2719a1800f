import os

from cerebras.cloud.sdk import AsyncCerebras, Cerebras

client = Cerebras(api_key=os.environ["CEREBRAS_API_KEY"])

# expect: kind=chat vendor=meta platform=cerebras model=llama-3.3-70b
client.chat.completions.create(model="llama-3.3-70b", messages=[], stream=True)

# expect: kind=completion vendor=meta platform=cerebras model=llama3.1-8b
client.completions.create(model="llama3.1-8b", prompt="Once")


class Fast:
    def __init__(self, model="gpt-oss-120b"):
        self.model = model
        self.client = AsyncCerebras(max_retries=0)

    async def ask(self, messages):
        # expect: kind=chat vendor=openai platform=cerebras model=gpt-oss-120b
        return await self.client.chat.completions.create(model=self.model, messages=messages)


def with_timeout(messages):
    quick = client.with_options(timeout=2.0)
    # expect: kind=chat vendor=alibaba platform=cerebras model=qwen-3-32b
    return quick.chat.completions.create(model="qwen-3-32b", messages=messages)


def raw(messages):
    # expect: kind=chat vendor=meta platform=cerebras model=llama-4-scout-17b-16e-instruct
    return client.chat.completions.with_raw_response.create(
        model="llama-4-scout-17b-16e-instruct", messages=messages
    )
