import os

from openrouter import OpenRouter

client = OpenRouter(api_key=os.environ["OPENROUTER_API_KEY"])

# expect: kind=chat vendor=anthropic gateway=openrouter model=claude-sonnet-4.5
client.chat.send(model="anthropic/claude-sonnet-4.5", messages=[])

# expect: kind=embedding vendor=openai gateway=openrouter
client.embeddings.generate(model="openai/text-embedding-3-small", input="x")

# expect: kind=rerank vendor=cohere gateway=openrouter
client.rerank.rerank(model="cohere/rerank-v3.5", query="q", documents=["a"])


def in_context(prompt):
    with OpenRouter() as router:
        # expect: kind=chat vendor=google gateway=openrouter model=gemini-2.5-pro
        return router.chat.send(model="google/gemini-2.5-pro", messages=[prompt], stream=True)


class Router:
    def __init__(self, model="meta-llama/llama-3.3-70b-instruct"):
        self.client = OpenRouter()
        self.model = model

    async def ask(self, messages):
        # expect: kind=chat vendor=meta gateway=openrouter
        return await self.client.chat.send_async(model=self.model, messages=messages)

    async def respond(self, model, text):
        # expect: kind=chat gateway=openrouter dynamic=true
        return await self.client.beta.responses.send_async(model=model, input=text)
