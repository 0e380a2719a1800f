from agent_framework import Agent, ChatAgent, SequentialBuilder, WorkflowBuilder
from agent_framework.anthropic import AnthropicClient
from agent_framework.azure import AzureOpenAIChatClient
from agent_framework.openai import OpenAIChatClient
from azure.identity import AzureCliCredential

client = OpenAIChatClient(model_id="gpt-4o")
agent = Agent(client=client, name="a", instructions="x")
claude = AnthropicClient(model_id="claude-sonnet-4-5").create_agent(name="claude")
azure = ChatAgent(
    chat_client=AzureOpenAIChatClient(
        credential=AzureCliCredential(), deployment_name="gpt-4o"
    )
)


async def main() -> None:
    # expect: kind=agent vendor=openai platform=openai-api model=gpt-4o
    await agent.run("hi")
    # expect: kind=agent vendor=openai platform=azure-openai
    async for update in azure.run_stream("hi"):
        print(update)
    # expect: kind=chat vendor=openai platform=openai-api model=gpt-4o
    await client.get_response("hi")
    workflow = SequentialBuilder().participants([agent, claude]).build()
    # expect: kind=agent vendor=anthropic,openai
    await workflow.run("hi")
    graph = WorkflowBuilder().set_start_executor(agent).add_edge(agent, azure).build()
    # expect: kind=agent vendor=openai platform=azure-openai,openai-api
    await graph.run("hi")
