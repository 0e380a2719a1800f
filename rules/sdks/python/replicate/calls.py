import replicate
from replicate.client import Client

# expect: kind=completion vendor=meta platform=replicate model=meta/meta-llama-3-70b-instruct
replicate.run("meta/meta-llama-3-70b-instruct", input={"prompt": "Hi"})

# expect: kind=completion vendor=black-forest-labs platform=replicate
image = replicate.run("black-forest-labs/flux-schnell", input={"prompt": "A cat"})

# expect: kind=completion platform=replicate
for event in replicate.stream("mistralai/mixtral-8x7b-instruct-v0.1", input={"prompt": "Hi"}):
    print(event)

# expect: kind=completion vendor=meta platform=replicate
replicate.predictions.create(model="meta/llama-2-70b-chat", input={})

# expect: kind=completion platform=replicate
replicate.deployments.predictions.create("me/mine", input={"prompt": "Hi"})


class Painter:
    def __init__(self, token):
        self.client = Client(api_token=token)

    async def paint(self, prompt):
        # expect: kind=completion vendor=stability platform=replicate
        return await self.client.async_run("stability-ai/sdxl", input={"prompt": prompt})

    def deployed(self, prompt):
        deployment = self.client.deployments.get("me/mine")
        # expect: kind=completion platform=replicate
        return deployment.predictions.create(input={"prompt": prompt}).wait()


def legacy(prompt):
    version = replicate.models.get("stability-ai/stable-diffusion").versions.get("db21e45d")
    # expect: kind=completion platform=replicate
    return version.predict(prompt=prompt)
