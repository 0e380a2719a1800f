from browser_use import Agent, ChatAnthropic, ChatGoogle, ChatOpenAI
from browser_use.llm import ChatAzureOpenAI
from langchain_openai import ChatOpenAI as OldChatOpenAI


async def main() -> None:
    agent = Agent(task="find it", llm=ChatOpenAI(model="gpt-4.1-mini"))
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4.1-mini
    await agent.run()
    both = Agent(task="t", llm=ChatAnthropic(model="claude-sonnet-4-0"),
                 page_extraction_llm=ChatGoogle(model="gemini-2.5-flash"))  # fmt: skip
    # expect: kind=agent vendor=anthropic,google
    await both.run(max_steps=10)
    # expect: kind=agent vendor=openai platform=azure-openai
    await Agent(task="t", llm=ChatAzureOpenAI(model="gpt-4.1")).run()
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
    await Agent(task="t", llm=OldChatOpenAI(model="gpt-4o")).run()
    # expect: kind=agent dynamic=true
    await Agent(task="browser-use's own service").run()
