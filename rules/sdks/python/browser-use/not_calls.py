from browser_use import Agent, Browser, BrowserProfile, ChatOpenAI, Tools

tools = Tools()


@tools.action("Say it")
def say(text: str) -> str:
    return text


browser = Browser(browser_profile=BrowserProfile())


async def main() -> None:
    await browser.start()
    agent = Agent(task="t", llm=ChatOpenAI(model="gpt-4o"), browser=browser, tools=tools)
    agent.add_new_task("more")
    agent.pause()
