import asyncio

from agents import Agent, OpenAIChatCompletionsModel, RunConfig, Runner, function_tool, handoff
from agents.extensions.models.litellm_model import LitellmModel
from agents.voice import SingleAgentVoiceWorkflow, VoicePipeline
from openai import AsyncOpenAI


@function_tool
def weather(city: str) -> str:
    """The weather."""
    return "sunny"


helper = Agent(name="Helper", instructions="Help.", model="gpt-4o", tools=[weather])
# expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
result = Runner.run_sync(helper, "Write a haiku.")

# expect: kind=agent vendor=openai platform=openai-api
Runner.run_sync(Agent(name="Default", instructions="Help."), "hi")


async def main():
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
    await Runner.run(starting_agent=helper, input="hi", max_turns=3)

    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o-mini
    streamed = Runner.run_streamed(helper.clone(model="gpt-4o-mini"), "hi")
    async for event in streamed.stream_events():
        print(event)

    claude = Agent(name="Claude", model=LitellmModel(model="anthropic/claude-3-5-sonnet-20240620"))
    # expect: kind=agent vendor=anthropic platform=anthropic-api
    await Runner.run(claude, "hi")

    by_name = Agent(name="Gemini", model="litellm/gemini/gemini-2.0-flash")
    # expect: kind=agent vendor=google platform=google-ai-studio model=gemini-2.0-flash
    await Runner.run(by_name, "hi")

    triage = Agent(name="Triage", model="gpt-4.1", handoffs=[claude, handoff(helper)])
    # expect: kind=agent vendor=openai,anthropic
    await Runner.run(triage, "hi")

    client = AsyncOpenAI(base_url="https://api.groq.com/openai/v1", api_key="key")
    model = OpenAIChatCompletionsModel(model="llama-3.3-70b-versatile", openai_client=client)
    # expect: kind=agent vendor=meta platform=groq model=llama-3.3-70b-versatile
    await Runner.run(Agent(name="Llama", model=model), "hi")

    pipeline = VoicePipeline(workflow=SingleAgentVoiceWorkflow(helper))
    # expect: kind=audio vendor=openai platform=openai-api
    await pipeline.run(None)


asyncio.run(main())

# expect: kind=agent vendor=openai
Runner.run_sync(helper, "hi", run_config=RunConfig(workflow_name="w"))


def ask(agent: Agent, question: str):
    # expect: kind=agent
    return Runner.run_sync(agent, question)
