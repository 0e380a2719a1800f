import fireworks.client
from fireworks import LLM, AsyncFireworks
from fireworks.client import Fireworks
from fireworks.client.image import ImageInference

LLAMA = "accounts/fireworks/models/llama-v3p1-70b-instruct"

client = Fireworks(api_key="key")
# expect: kind=chat vendor=meta platform=fireworks
client.chat.completions.create(model=LLAMA, messages=[])


async def legacy_async():
    # expect: kind=chat vendor=meta platform=fireworks
    async for part in client.chat.completions.acreate(model=LLAMA, messages=[], stream=True):
        print(part)


class Service:
    def __init__(self):
        self.client = AsyncFireworks(max_retries=0)

    async def complete(self, prompt):
        # expect: kind=completion platform=fireworks
        return await self.client.completions.create(
            model="accounts/fireworks/models/starcoder-16b", prompt=prompt
        )

    async def message(self):
        # expect: kind=chat vendor=deepseek platform=fireworks
        await self.client.messages.create(model="accounts/fireworks/models/deepseek-v3")


# expect: kind=chat vendor=meta platform=fireworks
fireworks.client.ChatCompletion.create(model=LLAMA, messages=[])

llm = LLM(model="llama-v3p1-8b-instruct", deployment_type="serverless")
# expect: kind=chat vendor=meta platform=fireworks
llm.chat.completions.create(messages=[])

# expect: kind=image vendor=stability platform=fireworks
ImageInference(model="stable-diffusion-xl-1024-v1-0").text_to_image(prompt="A cat", cfg_scale=7)
