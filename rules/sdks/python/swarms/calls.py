from swarms import Agent, ConcurrentWorkflow, SequentialWorkflow
from swarms.structs.agent import Agent as PlainAgent
from swarms.structs.multi_agent_exec import run_agents_concurrently

writer = Agent(agent_name="Writer", model_name="claude-sonnet-4-5", max_loops=1)
reader = Agent(agent_name="Reader", model_name="groq/llama-3.3-70b-versatile")

# expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-sonnet-4-5
writer.run("Write.")

# expect: kind=agent vendor=openai platform=openai-api
PlainAgent(agent_name="Plain").run("Hi.")

# expect: kind=agent vendor=anthropic,meta platform=anthropic-api,groq
SequentialWorkflow(agents=[writer, reader]).run("Write and read.")


async def both(text: str):
    flow = ConcurrentWorkflow(agents=[Agent(model_name="gpt-4o"), reader])
    # expect: kind=agent vendor=openai,meta
    return flow.run(text)


own = Agent(model_name="openai/qwen", llm_base_url="http://localhost:8000/v1", llm_api_key="x")
# expect: kind=agent platform=vllm
own.run("Hi.")

# expect: kind=agent vendor=anthropic,meta
run_agents_concurrently(agents=[writer, reader], task="Hi.")
