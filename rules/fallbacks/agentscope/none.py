from agentscope.agent import Agent, ModelConfig
from agentscope.model import OpenAIChatModel


async def answer(message):
    retries = ModelConfig(max_retries=3)
    agent = Agent(name="a", system_prompt="", model=OpenAIChatModel(model="gpt-4o"), model_config=retries)
    # expect: verdict=none
    return await agent.reply(message)
