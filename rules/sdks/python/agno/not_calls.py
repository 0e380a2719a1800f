from agno.agent import Agent
from agno.db.sqlite import SqliteDb
from agno.models.openai import OpenAIChat
from agno.tools.duckduckgo import DuckDuckGoTools
from agno.workflow import Step, Workflow

db = SqliteDb(db_file="agno.db")
db.get_sessions()

# a plain function as a step asks nobody
flow = Workflow(name="copy", steps=[Step(name="copy", executor=lambda step: step)])
flow.run("x")

tools = DuckDuckGoTools()
tools.run("weather")

model = OpenAIChat(id="gpt-4o")
described = model.to_dict()
agent = Agent(model=model)
agent.get_session_state()
