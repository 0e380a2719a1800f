"""project.get_openai_client().responses.create(model="gpt-4.1") as words."""

from azure.ai.projects import AIProjectClient
from azure.identity import DefaultAzureCredential

project = AIProjectClient(endpoint="https://e", credential=DefaultAzureCredential())
project.connections.list()
project.deployments.list()
project.agents.create_agent(model="gpt-4o", name="a")
project.agents.threads.create()
project.agents.messages.create(thread_id="t", role="user", content="hi")
project.get_openai_client().models.list()
project.telemetry.get_connection_string()


class Runs:
    def create_and_process(self, thread_id):
        return thread_id


Runs().create_and_process("t")
