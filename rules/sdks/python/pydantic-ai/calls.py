import asyncio

from pydantic import BaseModel
from pydantic_ai import Agent, Embedder, RunContext
from pydantic_ai.direct import model_request, model_request_sync
from pydantic_ai.messages import ModelRequest
from pydantic_ai.models import Model
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.bedrock import BedrockConverseModel
from pydantic_ai.models.fallback import FallbackModel
from pydantic_ai.models.google import GoogleModel
from pydantic_ai.models.groq import GroqModel
from pydantic_ai.models.openai import OpenAIChatModel, OpenAIModel
from pydantic_ai.providers.deepseek import DeepSeekProvider
from pydantic_ai.providers.google import GoogleProvider
from pydantic_ai.providers.openai import OpenAIProvider

agent = Agent("openai:gpt-4o", system_prompt="Be concise.")

# expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
result = agent.run_sync("Where does hello world come from?")

# expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-3-5-sonnet-latest
agent.run_sync("hi", model="anthropic:claude-3-5-sonnet-latest")


class City(BaseModel):
    name: str


@agent.tool
async def lookup(context: RunContext[None], word: str) -> str:
    """Look it up."""
    return word


async def main():
    gemini = Agent("google-gla:gemini-2.0-flash", output_type=City)
    # expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.0-flash
    await gemini.run("The windy city")

    # expect: kind=agent vendor=openai
    async with agent.run_stream("hi") as response:
        print(await response.get_output())

    # expect: kind=agent vendor=openai
    async with agent.iter("hi") as run:
        async for node in run:
            print(node)

    # expect: kind=chat vendor=anthropic platform=anthropic-api
    await model_request("anthropic:claude-3-5-haiku-latest", [ModelRequest.user_text_prompt("hi")])


asyncio.run(main())

# expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
Agent(AnthropicModel("claude-sonnet-4-5")).run_sync("hi")
# expect: kind=agent vendor=meta platform=groq
Agent(GroqModel("llama-3.3-70b-versatile")).run_sync("hi")
# expect: kind=agent vendor=openai platform=openai-api model=gpt-4o-mini
Agent(OpenAIModel("gpt-4o-mini")).run_sync("hi")
# expect: kind=agent vendor=anthropic platform=aws-bedrock
Agent(BedrockConverseModel("anthropic.claude-3-haiku-20240307-v1:0")).run_sync("hi")

deepseek = OpenAIChatModel("deepseek-chat", provider=DeepSeekProvider(api_key="key"))
# expect: kind=agent vendor=deepseek platform=deepseek-api model=deepseek-chat
Agent(deepseek).run_sync("hi")

ollama = OpenAIProvider(base_url="http://localhost:11434/v1")
# expect: kind=agent platform=ollama model=llama3.2
Agent(OpenAIChatModel("llama3.2", provider=ollama)).run_sync("hi")

# expect: kind=agent vendor=openai platform=azure-openai model=gpt-4o
Agent(OpenAIChatModel("gpt-4o", provider="azure")).run_sync("hi")

gemini = GoogleModel("gemini-2.5-pro", provider=GoogleProvider(api_key="key"))
# expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.5-pro
Agent(gemini).run_sync("hi")

# expect: kind=agent vendor=openai gateway=pydantic-gateway
Agent("gateway/openai:gpt-5").run_sync("hi")

both = FallbackModel(OpenAIChatModel("gpt-4o"), AnthropicModel("claude-3-5-sonnet-latest"))
# expect: kind=agent vendor=openai,anthropic platform=openai-api,anthropic-api
Agent(both).run_sync("hi")

# expect: kind=chat vendor=openai
model_request_sync("openai:gpt-4.1-nano", [])


async def embed(texts):
    embedder = Embedder("openai:text-embedding-3-small")
    # expect: kind=embedding vendor=openai model=text-embedding-3-small
    await embedder.embed_documents(texts)
    # expect: kind=embedding vendor=openai model=text-embedding-3-small
    return embedder.embed_query_sync("hi")


def ask(model: Model):
    # expect: kind=agent dynamic=true
    return Agent(model).run_sync("hi")
