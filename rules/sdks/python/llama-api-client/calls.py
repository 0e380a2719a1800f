from llama_api_client import AsyncLlamaAPIClient, LlamaAPIClient

client = LlamaAPIClient()
MODEL = "Llama-4-Maverick-17B-128E-Instruct-FP8"

# expect: kind=chat vendor=meta platform=meta-api model=Llama-4-Maverick-17B-128E-Instruct-FP8
client.chat.completions.create(model=MODEL, messages=[])

# expect: kind=moderation vendor=meta platform=meta-api
client.moderations.create(messages=[])


async def stream(messages, model="Llama-3.3-70B-Instruct"):
    llama = AsyncLlamaAPIClient(timeout=30)
    # expect: kind=chat vendor=meta platform=meta-api model=Llama-3.3-70B-Instruct
    async for part in await llama.chat.completions.create(model=model, messages=messages):
        yield part


class Guarded:
    def __init__(self):
        self.llama = LlamaAPIClient(max_retries=0)

    def check(self, messages):
        # expect: kind=moderation vendor=meta platform=meta-api model=Llama-Guard
        return self.llama.moderations.create(messages=messages, model="Llama-Guard")

    def ask(self, messages):
        quick = self.llama.with_options(timeout=5)
        # expect: kind=chat vendor=meta platform=meta-api model=Llama-3.3-8B-Instruct
        return quick.chat.completions.create(model="Llama-3.3-8B-Instruct", messages=messages)
