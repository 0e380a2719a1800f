import os

import openai
from openai import AsyncAzureOpenAI, AsyncOpenAI, AzureOpenAI, OpenAI

client = OpenAI()

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
client.chat.completions.create(model="gpt-4o-mini", messages=[{"role": "user", "content": "hi"}])

# expect: kind=chat vendor=openai platform=openai-api model=gpt-5-mini
text = client.responses.create(model="gpt-5-mini", input="Tell a joke").output_text

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
client.with_options(timeout=5, max_retries=0).chat.completions.create(model="gpt-4.1", messages=[])

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
raw = client.chat.completions.with_raw_response.create(model="gpt-4o", messages=[])

# expect: kind=batch vendor=openai platform=openai-api
client.batches.create(input_file_id="f", endpoint="/v1/chat/completions", completion_window="24h")


class Embedder:
    model = "text-embedding-3-small"

    def __init__(self):
        self.client = AsyncOpenAI(timeout=20)

    async def embed(self, texts):
        # expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-3-small
        reply = await self.client.embeddings.create(model=self.model, input=texts)
        return [item.embedding for item in reply.data]

    async def stream(self, question):
        # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        async with self.client.beta.chat.completions.stream(model="gpt-4o-mini", messages=[]) as s:
            async for event in s:
                yield event

    async def parse(self, schema):
        completions = self.client.beta.chat.completions
        # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-2024-08-06
        reply = await completions.parse(model="gpt-4o-2024-08-06", response_format=schema)
        return reply.choices[0].message.parsed


def speak(path):
    speech = client.audio.speech
    # expect: kind=audio vendor=openai platform=openai-api model=tts-1
    with speech.with_streaming_response.create(model="tts-1", voice="nova", input="hi") as reply:
        reply.stream_to_file(path)


def draw_and_check(prompt):
    client.moderations.create(input=prompt)  # expect: kind=moderation vendor=openai
    # expect: kind=image vendor=openai platform=openai-api model=gpt-image-1
    return client.images.generate(model="gpt-image-1", prompt=prompt)


def run_assistant(thread, assistant):
    # expect: kind=agent vendor=openai platform=openai-api
    return client.beta.threads.runs.create_and_poll(thread_id=thread, assistant_id=assistant)


async def voice():
    # expect: kind=audio vendor=openai platform=openai-api model=gpt-realtime
    async with AsyncOpenAI().realtime.connect(model="gpt-realtime") as connection:
        await connection.session.update(session={})


# Other servers behind the same client.

groq = OpenAI(base_url="https://api.groq.com/openai/v1", api_key=os.environ["GROQ_API_KEY"])
# expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
groq.chat.completions.create(model="llama-3.3-70b-versatile", messages=[])

local = OpenAI(base_url="http://localhost:11434/v1", api_key="ollama")
# expect: kind=chat vendor=meta platform=ollama model=llama3.2
local.chat.completions.create(model="llama3.2", messages=[])


def ask_anywhere(url, model):
    # expect: kind=chat dynamic=true
    return OpenAI(base_url=url).chat.completions.create(model=model, messages=[])


azure = AzureOpenAI(azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"], api_version="2024-06-01")
# expect: kind=chat vendor=openai platform=azure-openai model=gpt-4o
azure.chat.completions.create(model="gpt-4o", messages=[])


async def ask_azure():
    client = AsyncAzureOpenAI(azure_deployment="gpt-4o", api_version="2024-06-01")
    # expect: kind=embedding vendor=openai platform=azure-openai model=text-embedding-ada-002
    await client.embeddings.create(model="text-embedding-ada-002", input="x")


# The module as a client.

# expect: kind=chat vendor=openai platform=openai-api model=gpt-3.5-turbo
openai.chat.completions.create(model="gpt-3.5-turbo", messages=[])

# openai 0.x

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4
openai.ChatCompletion.create(model="gpt-4", messages=[], stream=True)


async def legacy():
    # expect: kind=embedding vendor=openai platform=openai-api model=text-embedding-ada-002
    await openai.Embedding.acreate(input=["x"], engine="text-embedding-ada-002")
    # expect: kind=chat vendor=openai platform=azure-openai model=gpt-4-prod
    await openai.ChatCompletion.acreate(deployment_id="gpt-4-prod", messages=[])


# expect: kind=completion vendor=openai platform=openai-api model=davinci-002
openai.Completion.create(engine="davinci-002", prompt="Once")

with open("a.mp3", "rb") as sound:
    # expect: kind=audio vendor=openai platform=openai-api model=whisper-1
    openai.Audio.transcribe("whisper-1", sound)
