from praisonaiagents import Agent, Task

agent = Agent(instructions="Help.", llm="gpt-4o")
task = Task(description="x", agent=agent)
