import fal_client
from fal_client import AsyncClient, SyncClient

# expect: kind=other platform=fal model=fal-ai/flux/dev
fal_client.subscribe("fal-ai/flux/dev", arguments={"prompt": "A cat"}, with_logs=True)

# expect: kind=other platform=fal model=fal-ai/fast-sdxl
handle = fal_client.submit("fal-ai/fast-sdxl", arguments={"prompt": "A cat"})

# expect: kind=other platform=fal model=fal-ai/any-llm
SyncClient(key="key").run(application="fal-ai/any-llm", arguments={"prompt": "Hi"})


class Painter:
    application = "fal-ai/flux-pro"

    def __init__(self):
        self.client = AsyncClient(default_timeout=30)

    async def paint(self, prompt):
        # expect: kind=other platform=fal model=fal-ai/flux-pro
        return await self.client.subscribe(self.application, arguments={"prompt": prompt})


async def run(prompt):
    # expect: kind=other platform=fal model=fal-ai/flux/schnell
    return await fal_client.run_async("fal-ai/flux/schnell", arguments={"prompt": prompt})
