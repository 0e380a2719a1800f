import os

from mistralai import Mistral
from mistralai.async_client import MistralAsyncClient
from mistralai.client import Mistral as NewMistral
from mistralai.client import MistralClient
from mistralai_azure import MistralAzure
from mistralai_gcp import MistralGoogleCloud

client = Mistral(api_key=os.environ["MISTRAL_API_KEY"])

# expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
reply = client.chat.complete(model="mistral-large-latest", messages=[])

# expect: kind=chat vendor=mistral platform=mistral-api model=ministral-8b-latest
for event in client.chat.stream(model="ministral-8b-latest", messages=[]):
    print(event)

# expect: kind=chat vendor=mistral platform=mistral-api model=codestral-latest
client.fim.complete(model="codestral-latest", prompt="def f(", suffix="return a")

# expect: kind=other vendor=mistral platform=mistral-api model=mistral-ocr-latest
client.ocr.process(model="mistral-ocr-latest", document={"type": "document_url"})

# expect: kind=moderation vendor=mistral platform=mistral-api model=mistral-moderation-latest
client.classifiers.moderate(model="mistral-moderation-latest", inputs=["x"])

# expect: kind=chat vendor=mistral platform=mistral-api
client.agents.complete(agent_id="ag:1", messages=[])


class Embeddings:
    def __init__(self, model="mistral-embed"):
        self.mistral = NewMistral()
        self.model = model

    async def embed(self, texts):
        # expect: kind=embedding vendor=mistral platform=mistral-api model=mistral-embed
        return await self.mistral.embeddings.create_async(model=self.model, inputs=texts)

    async def chat(self, messages):
        # expect: kind=chat vendor=mistral platform=mistral-api model=mistral-small-latest
        async for part in await self.mistral.chat.stream_async(
            model="mistral-small-latest", messages=messages
        ):
            yield part

    async def agent(self):
        # expect: kind=agent vendor=mistral platform=mistral-api model=mistral-medium-latest
        await self.mistral.beta.conversations.start_async(model="mistral-medium-latest", inputs="")


async def in_context():
    async with Mistral() as mistral:
        # expect: kind=chat vendor=mistral platform=mistral-api model=pixtral-12b-2409
        await mistral.chat.parse_async(model="pixtral-12b-2409", messages=[], response_format=dict)


# Other platforms.

azure = MistralAzure(azure_endpoint=os.environ["ENDPOINT"], azure_api_key=os.environ["KEY"])
# expect: kind=chat vendor=mistral platform=azure-ai-foundry
azure.chat.complete(messages=[])

vertex = MistralGoogleCloud(region="europe-west4", project_id="p")
# expect: kind=chat vendor=mistral platform=google-vertex model=mistral-large-2411
vertex.chat.complete(model="mistral-large-2411", messages=[])

# 0.x

old = MistralClient(api_key="key")
# expect: kind=chat vendor=mistral platform=mistral-api model=open-mixtral-8x7b
old.chat(model="open-mixtral-8x7b", messages=[])

# expect: kind=embedding vendor=mistral platform=mistral-api model=mistral-embed
old.embeddings("mistral-embed", ["a"])


async def old_stream():
    # expect: kind=chat vendor=mistral platform=mistral-api model=mistral-tiny
    async for chunk in MistralAsyncClient().chat_stream(model="mistral-tiny", messages=[]):
        print(chunk)
