"""agent.run_sync("hi") is only a sentence here."""

from pydantic_ai import Agent, RunContext, models
from pydantic_ai.messages import ModelMessagesTypeAdapter
from pydantic_ai.models.openai import OpenAIChatModel
from pydantic_ai.usage import UsageLimits

models.ALLOW_MODEL_REQUESTS = False
model = OpenAIChatModel("gpt-4o")
agent = Agent(model)


@agent.system_prompt
def greet(context: RunContext[str]) -> str:
    return f"Greet {context.deps}"


@agent.tool_plain
def roll() -> int:
    """Roll a die."""
    return 4


ModelMessagesTypeAdapter.validate_python([])
limits = UsageLimits(request_limit=3)


class Runner:
    def run_sync(self, task):
        return task


Runner().run_sync("hi")
