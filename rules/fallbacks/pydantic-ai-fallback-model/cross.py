from pydantic_ai import Agent
from pydantic_ai.models.anthropic import AnthropicModel
from pydantic_ai.models.fallback import FallbackModel
from pydantic_ai.models.openai import OpenAIChatModel

# expect: verdict=cross-vendor
Agent(FallbackModel("openai:gpt-4o", "anthropic:claude-sonnet-4-5")).run_sync("?")

model = FallbackModel(OpenAIChatModel("gpt-4o"), AnthropicModel("claude-sonnet-4-5"))
agent = Agent(model)


async def answer(text):
    # expect: verdict=cross-vendor
    return await agent.run(text)


# expect: verdict=cross-vendor
Agent(
    FallbackModel("openai:gpt-4o", "google-gla:gemini-2.5-pro", fallback_on=(Exception,))
).run_sync("?")
