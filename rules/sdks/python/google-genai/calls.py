import asyncio
import os

from google import genai
from google.genai import types

client = genai.Client(api_key=os.environ["GEMINI_API_KEY"])

# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash
reply = client.models.generate_content(model="gemini-2.5-flash", contents="Why is the sky blue?")

# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
for chunk in client.models.generate_content_stream(model="gemini-2.0-flash", contents="hi"):
    print(chunk.text)

# expect: kind=embedding vendor=google platform=google-ai-studio model=gemini-embedding-001
client.models.embed_content(model="gemini-embedding-001", contents=["a", "b"])

# expect: kind=image vendor=google platform=google-ai-studio
client.models.generate_images(model="imagen-4.0-generate-001", prompt="A cat")

chat = client.chats.create(model="gemini-2.5-pro")
# expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-pro
chat.send_message("Hello")


class Gemini:
    def __init__(self, model: str = "gemini-2.5-flash-lite"):
        self.client = genai.Client()
        self.model = model

    async def ask(self, prompt):
        config = types.GenerateContentConfig(temperature=0)
        # expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash-lite
        reply = await self.client.aio.models.generate_content(
            model=self.model, contents=prompt, config=config
        )
        return reply.text

    async def talk(self, lines):
        chat = self.client.aio.chats.create(model=self.model)
        for line in lines:
            # expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.5-flash-lite
            async for chunk in await chat.send_message_stream(line):
                yield chunk


async def listen(config):
    # expect: kind=audio vendor=google platform=google-ai-studio
    async with client.aio.live.connect(model="gemini-live-2.5-flash", config=config) as session:
        await session.send_client_content(turns={})


# expect: kind=batch vendor=google platform=google-ai-studio model=gemini-2.5-flash
job = client.batches.create(model="gemini-2.5-flash", src="files/1")

# The same client on Vertex AI.

vertex = genai.Client(vertexai=True, project="p", location="us-central1")
# expect: kind=chat vendor=google platform=google-vertex model=gemini-2.5-pro
vertex.models.generate_content(model="gemini-2.5-pro", contents="hi")


async def embed_on_vertex(texts):
    # expect: kind=embedding vendor=google platform=google-vertex model=text-embedding-005
    return await vertex.aio.models.embed_content(model="text-embedding-005", contents=texts)


asyncio.run(embed_on_vertex(["x"]))
