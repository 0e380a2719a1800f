from agno.agent import Agent
from agno.models.openai import OpenAIChat

agent = Agent(model=OpenAIChat(id="gpt-5"), fallback_models=[OpenAIChat(id="gpt-5-mini")])
# expect: verdict=same-vendor
agent.run("What is a ship?")
