import os

from azure.ai.projects import AIProjectClient
from azure.ai.projects.aio import AIProjectClient as AsyncProject
from azure.identity import DefaultAzureCredential

project = AIProjectClient(
    endpoint=os.environ["PROJECT_ENDPOINT"], credential=DefaultAzureCredential()
)

openai = project.get_openai_client()
# expect: kind=chat vendor=openai platform=azure-ai-foundry model=gpt-4.1
openai.responses.create(model="gpt-4.1", input="Hi")

# expect: kind=agent platform=azure-ai-foundry
project.agents.runs.create_and_process(thread_id="t", agent_id="a")


class Service:
    def __init__(self, project: AIProjectClient):
        self.client = project.get_openai_client(api_version="2024-10-21")

    def ask(self, messages):
        # expect: kind=chat vendor=openai platform=azure-ai-foundry model=gpt-4o
        return self.client.chat.completions.create(model="gpt-4o", messages=messages)


Service(project).ask([])


async def ask(prompt):
    async with AsyncProject(endpoint="https://e", credential=DefaultAzureCredential()) as p:
        client = p.get_openai_client()
        # expect: kind=embedding vendor=openai platform=azure-ai-foundry
        return await client.embeddings.create(model="text-embedding-3-large", input=prompt)


# Before 1.0.

old = AIProjectClient.from_connection_string(conn_str="c", credential=DefaultAzureCredential())
# expect: kind=chat vendor=microsoft platform=azure-ai-foundry model=Phi-4
old.inference.get_chat_completions_client().complete(model="Phi-4", messages=[])

# expect: kind=agent platform=azure-ai-foundry
old.agents.create_and_process_run(thread_id="t", assistant_id="a")
