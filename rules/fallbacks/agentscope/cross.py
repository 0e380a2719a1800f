from agentscope.agent import Agent, ModelConfig
from agentscope.model import AnthropicChatModel, OpenAIChatModel


async def answer(message):
    agent = Agent(
        name="a",
        system_prompt="Be kind.",
        model=OpenAIChatModel(model="gpt-4o"),
        model_config=ModelConfig(fallback_model=AnthropicChatModel(model="claude-sonnet-4-5")),
    )
    # expect: verdict=cross-vendor
    return await agent.reply(message)
