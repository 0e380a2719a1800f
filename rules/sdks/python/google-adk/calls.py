from google.adk.agents import Agent, LlmAgent, SequentialAgent
from google.adk.models.lite_llm import LiteLlm
from google.adk.runners import InMemoryRunner, Runner
from google.adk.sessions import InMemorySessionService
from google.adk.tools.agent_tool import AgentTool


def weather(city: str) -> dict:
    """Weather."""
    return {"city": city}


forecaster = Agent(name="forecaster", model="gemini-2.0-flash", tools=[weather])
writer = LlmAgent(name="writer", model=LiteLlm(model="anthropic/claude-3-7-sonnet-latest"))


async def ask(text: str) -> None:
    runner = Runner(
        agent=forecaster, app_name="weather", session_service=InMemorySessionService()
    )
    # expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.0-flash
    async for event in runner.run_async(user_id="u", session_id="s", new_message=text):
        print(event)


async def write(text: str) -> None:
    both = SequentialAgent(name="both", sub_agents=[forecaster, writer])
    runner = InMemoryRunner(agent=both)
    # expect: kind=agent vendor=anthropic,google
    await runner.run_debug(text)


lead = Agent(name="lead", model=LiteLlm("openai/gpt-4o"), tools=[AgentTool(agent=writer)])
# expect: kind=agent vendor=anthropic,openai platform=anthropic-api,openai-api
InMemoryRunner(lead).run(user_id="u", session_id="s", new_message="x")

# expect: kind=agent vendor=anthropic platform=anthropic-api model=claude-3-7-sonnet-latest
Runner(agent=writer, app_name="w", session_service=None).run(user_id="u", session_id="s")

served = LiteLlm(model="openai/llama", api_base="http://localhost:8000/v1")
# expect: kind=agent vendor=local platform=vllm
InMemoryRunner(agent=Agent(name="own", model=served)).run(user_id="u", session_id="s")

# handed to a server that is not in this tree
# expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.5-pro
root_agent = Agent(name="root", model="gemini-2.5-pro")
