from agent_framework import Agent, WorkflowBuilder, executor, tool
from agent_framework.openai import OpenAIChatClient


@tool
def add(a: int, b: int) -> int:
    """Adds."""
    return a + b


@executor(id="upper")
async def upper(text: str, ctx: object) -> None:
    print(text.upper())


agent = Agent(client=OpenAIChatClient(model_id="gpt-4o"), tools=[add])
session = agent.create_session()


async def main() -> None:
    # no agent in it
    await WorkflowBuilder().set_start_executor(upper).build().run("x")
