import os

from azure.ai.inference import ChatCompletionsClient, EmbeddingsClient
from azure.ai.inference.aio import ChatCompletionsClient as AsyncChatCompletionsClient
from azure.ai.inference.models import SystemMessage, UserMessage
from azure.core.credentials import AzureKeyCredential

KEY = AzureKeyCredential(os.environ["AZURE_KEY"])

client = ChatCompletionsClient(
    endpoint="https://my-resource.services.ai.azure.com/models", credential=KEY
)
# expect: kind=chat vendor=mistral platform=azure-ai-foundry
client.complete(model="mistral-large-2411", messages=[SystemMessage("Hi"), UserMessage("Hi")])

github = ChatCompletionsClient("https://models.inference.ai.azure.com", KEY)
# expect: kind=chat vendor=openai platform=github-models model=gpt-4o-mini
github.complete(model="gpt-4o-mini", messages=[], stream=True)

newer = ChatCompletionsClient(endpoint="https://models.github.ai/inference", credential=KEY)
# expect: kind=chat vendor=meta platform=github-models
newer.complete(model="meta/Llama-3.3-70B-Instruct", messages=[])


class Embedder:
    def __init__(self):
        endpoint = "https://my-resource.services.ai.azure.com/models"
        self.client = EmbeddingsClient(endpoint=endpoint, credential=KEY)

    def embed(self, texts):
        # expect: kind=embedding vendor=cohere platform=azure-ai-foundry
        return self.client.embed(input=texts, model="cohere-embed-v3-english")


async def ask(messages):
    endpoint = os.environ["AZURE_INFERENCE_ENDPOINT"]
    async with AsyncChatCompletionsClient(endpoint=endpoint, credential=KEY, model="phi-4") as chat:
        # expect: kind=chat vendor=microsoft platform=azure-ai-foundry model=phi-4
        return await chat.complete(messages=messages)
