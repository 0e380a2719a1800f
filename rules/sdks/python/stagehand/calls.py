import os

from stagehand import Stagehand, StagehandConfig


async def shop():
    stagehand = await Stagehand.create(
        model="anthropic/claude-sonnet-4-5", model_api_key=os.environ["ANTHROPIC_API_KEY"]
    )
    # expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
    await stagehand.act("put the first book into the basket")
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1-mini
    return await stagehand.extract("the price", dict, model="openai/gpt-4.1-mini")


# 0.x


async def legacy():
    config = StagehandConfig(env="LOCAL", model_name="openai/gpt-4o")
    stagehand = Stagehand(config)
    page = stagehand.page
    await page.goto("https://example.com")
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
    await page.act("click the first link")


async def with_agent():
    agent = Stagehand(env="LOCAL").agent(model="google/gemini-2.5-computer-use-preview")
    # expect: kind=agent vendor=google
    await agent.execute("find the price")


class Shopper:
    def __init__(self, stagehand: Stagehand):
        self.stagehand = stagehand

    async def look(self):
        # expect: kind=agent dynamic=true
        return await self.stagehand.observe("find the basket")
