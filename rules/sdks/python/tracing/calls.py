import braintrust
from anthropic import Anthropic
from langsmith import traceable
from langsmith.wrappers import wrap_openai
from openai import AsyncOpenAI, OpenAI
from opik.integrations.anthropic import track_anthropic
from opik.integrations.openai import track_openai

client = wrap_openai(OpenAI())
# expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
client.chat.completions.create(model="gpt-4o", messages=[])


class Assistant:
    def __init__(self):
        self.client = track_openai(AsyncOpenAI(), project_name="p")
        self.claude = track_anthropic(Anthropic())

    @traceable
    async def ask(self, question):
        # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o-mini
        reply = await self.client.chat.completions.create(model="gpt-4o-mini", messages=[question])
        # expect: kind=chat vendor=anthropic platform=anthropic-api
        return reply, self.claude.messages.create(model="claude-3-haiku-20240307", messages=[])


# expect: kind=embedding vendor=openai platform=openai-api
braintrust.wrap_openai(OpenAI()).embeddings.create(model="text-embedding-3-small", input="hi")
