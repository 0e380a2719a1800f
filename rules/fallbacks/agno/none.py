from agno.agent import Agent
from agno.models.anthropic import Claude
from agno.models.fallback import FallbackConfig
from agno.models.openai import OpenAIChat

# Rate limits and long prompts alone lead on.
agent = Agent(
    model=OpenAIChat(id="gpt-5-mini"),
    fallback_config=FallbackConfig(
        on_rate_limit=[Claude(id="claude-sonnet-4-5")],
        on_context_overflow=[Claude(id="claude-sonnet-4-5")],
    ),
)
# expect: verdict=none
agent.run("What is a ship?")

empty = Agent(model=OpenAIChat(id="gpt-5-mini"), fallback_models=[])
# expect: verdict=none
empty.run("What is a ship?")
