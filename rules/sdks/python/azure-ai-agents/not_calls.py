"""client.runs.create(thread_id="t", agent_id="a") as words."""

from azure.ai.agents import AgentsClient
from azure.identity import DefaultAzureCredential

client = AgentsClient(endpoint="https://e", credential=DefaultAzureCredential())
client.create_agent(model="gpt-4o", name="a")
client.threads.create()
client.messages.create(thread_id="t", role="user", content="hi")
client.runs.list(thread_id="t")
client.runs.get(thread_id="t", run_id="r")
client.runs.cancel(thread_id="t", run_id="r")
client.vector_stores.create(name="v")


class Marathon:
    def __init__(self):
        self.runs = []


Marathon().runs.append("create_and_process")
