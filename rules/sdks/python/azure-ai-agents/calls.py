from azure.ai.agents import AgentsClient
from azure.ai.agents.aio import AgentsClient as AsyncAgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://e", credential=DefaultAzureCredential())
agent = client.create_agent(model="gpt-4o", name="helper")
thread = client.threads.create()

# expect: kind=agent platform=azure-ai-foundry
client.runs.create_and_process(thread_id=thread.id, agent_id=agent.id)

# expect: kind=agent platform=azure-ai-foundry
with client.runs.stream(thread_id=thread.id, agent_id=agent.id) as stream:
    for event in stream:
        print(event)


async def run(agent_id):
    async with AsyncAgentsClient("https://e", DefaultAzureCredential()) as agents:
        # expect: kind=agent vendor=openai platform=azure-ai-foundry model=gpt-4.1
        return await agents.create_thread_and_run(agent_id=agent_id, model="gpt-4.1")


class Desk:
    def __init__(self, client: AgentsClient, agent_id):
        self.runs = client.runs
        self.agent_id = agent_id

    def start(self, thread_id):
        # expect: kind=agent platform=azure-ai-foundry
        return self.runs.create(thread_id=thread_id, agent_id=self.agent_id)

    def answer(self, run, outputs):
        # expect: kind=agent platform=azure-ai-foundry
        self.runs.submit_tool_outputs(thread_id="t", run_id=run.id, tool_outputs=outputs)
