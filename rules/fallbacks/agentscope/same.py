from agentscope.agent import Agent, ModelConfig
from agentscope.model import OpenAIChatModel


async def answer(message):
    second = ModelConfig(fallback_model=OpenAIChatModel(model="gpt-4o-mini"))
    agent = Agent(name="a", system_prompt="", model=OpenAIChatModel(model="gpt-4o"), model_config=second)
    # expect: verdict=same-vendor
    return await agent.reply(message)
