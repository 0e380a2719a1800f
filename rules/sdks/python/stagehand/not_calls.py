"""stagehand.act("click") as words."""

from stagehand import Stagehand


async def browse():
    stagehand = await Stagehand.create(model="openai/gpt-4o")
    await stagehand.page.goto("https://example.com")
    await stagehand.page.screenshot()
    await stagehand.close()


class Actor:
    def act(self, scene):
        return scene

    def observe(self, scene):
        return scene


Actor().act("one")
Actor().observe("two")
