import asyncio
import os

import litellm
from litellm import Router, acompletion, completion, embedding
from litellm import responses as ask

MODEL = "anthropic/claude-3-5-sonnet-20240620"

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
response = completion(model="gpt-4o", messages=[{"role": "user", "content": "hi"}])

# expect: kind=chat vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-20240620
litellm.completion(MODEL, [{"role": "user", "content": "hi"}], stream=True)

# expect: kind=chat vendor=anthropic platform=aws-bedrock
litellm.completion(model="bedrock/anthropic.claude-3-sonnet-20240229-v1:0", messages=[])

# expect: kind=chat vendor=google platform=google-vertex model=gemini-1.5-pro
litellm.completion(model="vertex_ai/gemini-1.5-pro", messages=[])

# expect: kind=chat vendor=meta platform=groq model=llama-3.3-70b-versatile
completion(model="groq/llama-3.3-70b-versatile", messages=[], num_retries=3)

# expect: kind=chat vendor=mistral platform=mistral-api model=mistral-large-latest
completion("mistral-large-latest", [], custom_llm_provider="mistral")

# expect: kind=chat vendor=anthropic gateway=openrouter
completion(model="openrouter/anthropic/claude-3.5-sonnet", messages=[])

# expect: kind=chat gateway=litellm-proxy
completion(model="openai/prod-model", api_base="http://litellm:4000", messages=[])

# expect: kind=embedding vendor=cohere platform=cohere-api model=embed-english-v3.0
vectors = embedding(model="cohere/embed-english-v3.0", input=["a", "b"])

# expect: kind=chat vendor=openai platform=openai-api model=gpt-4.1
ask("Tell me a joke", model="openai/gpt-4.1")

# expect: kind=completion vendor=openai platform=openai-api model=gpt-3.5-turbo-instruct
litellm.text_completion(prompt="Once", model="gpt-3.5-turbo-instruct")


class Assistant:
    def __init__(self, model: str = "gemini/gemini-2.0-flash"):
        self.model = model

    async def answer(self, question: str) -> str:
        messages = [{"role": "user", "content": question}]
        # expect: kind=chat vendor=google platform=google-ai-studio model=gemini-2.0-flash
        reply = await acompletion(model=self.model, messages=messages, timeout=30)
        return reply.choices[0].message.content


def media(path):
    litellm.moderation(input="hi")  # expect: kind=moderation vendor=openai
    with open(path, "rb") as file:
        # expect: kind=audio vendor=openai platform=openai-api model=whisper-1
        litellm.transcription(model="whisper-1", file=file)
    # expect: kind=image vendor=openai platform=openai-api model=dall-e-3
    litellm.image_generation(prompt="a cat", model="dall-e-3")
    # expect: kind=rerank vendor=cohere platform=cohere-api model=rerank-english-v3.0
    return litellm.rerank(model="cohere/rerank-english-v3.0", query="q", documents=["a"])


router = Router(
    model_list=[
        {
            "model_name": "fast",
            "litellm_params": {
                "model": "azure/gpt-4o-mini",
                "api_key": os.environ["AZURE_API_KEY"],
                "api_base": os.environ["AZURE_API_BASE"],
            },
        },
        {"model_name": "smart", "litellm_params": {"model": "claude-3-opus-20240229"}},
    ],
    fallbacks=[{"fast": ["smart"]}],
)

# the group's own deployment, and the group after it
# expect: kind=chat vendor=openai,anthropic platform=azure-openai,anthropic-api
router.completion(model="fast", messages=[{"role": "user", "content": "hi"}])


async def main():
    # expect: kind=chat vendor=anthropic dynamic=false
    await router.acompletion(model="smart", messages=[])


asyncio.run(main())


def configured(**options):
    # expect: kind=chat dynamic=true
    return litellm.completion(messages=[], **options)
