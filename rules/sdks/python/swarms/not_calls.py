from swarms import Agent, SequentialWorkflow

agent = Agent(agent_name="Writer", model_name="gpt-4o")
agent.add_tool(print)
agent.save_state("x.json")
SequentialWorkflow(agents=[]).run("nothing")
