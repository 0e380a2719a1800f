from agno.agent import Agent
from agno.models.anthropic import Claude
from agno.models.fallback import FallbackConfig
from agno.models.openai import OpenAIChat

agent = Agent(model=OpenAIChat(id="gpt-5-mini"), fallback_models=[Claude(id="claude-sonnet-4-5")])
# expect: verdict=cross-vendor leaks=after-first-token,auth,error-in-answer,model-not-found,slow
agent.run("What is a ship?")

by_string = Agent(model="openai:gpt-5-mini", fallback_models=["anthropic:claude-sonnet-4-5"])
# expect: verdict=cross-vendor
by_string.run("What is a ship?")

configured = Agent(
    model=OpenAIChat(id="gpt-5-mini"),
    fallback_config=FallbackConfig(on_error=[Claude(id="claude-sonnet-4-5")]),
)
# expect: verdict=cross-vendor
configured.run("What is a ship?")
