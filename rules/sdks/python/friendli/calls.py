import os

from friendli import AsyncFriendli, SyncFriendli

with SyncFriendli(token=os.environ["FRIENDLI_TOKEN"]) as friendli:
    # expect: kind=chat vendor=meta platform=friendli
    friendli.serverless.chat.complete(model="meta-llama-3.3-70b-instruct", messages=[])

    # expect: kind=completion platform=friendli
    friendli.dedicated.completions.complete(model="endpoint-id", prompt="Once")


class Service:
    def __init__(self):
        self.client = AsyncFriendli()

    async def stream(self, messages):
        # expect: kind=chat vendor=meta platform=friendli
        async for part in await self.client.serverless.chat.stream(
            model="meta-llama-3.1-8b-instruct", messages=messages
        ):
            yield part

    async def draw(self, prompt):
        # expect: kind=image platform=friendli
        return await self.client.dedicated.image.generate(model="endpoint-id", prompt=prompt)


def transcribe(client: SyncFriendli, audio):
    # expect: kind=audio vendor=openai platform=friendli
    return client.serverless.audio.transcribe(model="openai/whisper-large-v3", file=audio)
