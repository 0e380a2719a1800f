# entry: kind=graph title=agent agent
from google.adk.agents import Agent

root_agent = Agent(name="root", model="some-model")
