from databricks.sdk import WorkspaceClient
from databricks.sdk.service.serving import ChatMessage, ChatMessageRole

w = WorkspaceClient()

# expect: kind=chat vendor=meta platform=databricks model=databricks-meta-llama-3-3-70b-instruct
w.serving_endpoints.query(
    name="databricks-meta-llama-3-3-70b-instruct",
    messages=[ChatMessage(role=ChatMessageRole.USER, content="Hi")],
)

openai = w.serving_endpoints.get_open_ai_client()
# expect: kind=chat vendor=anthropic platform=databricks model=databricks-claude-sonnet-4
openai.chat.completions.create(model="databricks-claude-sonnet-4", messages=[])

# expect: kind=agent platform=databricks
w.genie.start_conversation_and_wait("space", "How many orders?")


class Embedder:
    def __init__(self, endpoint="databricks-gte-large-en"):
        self.workspace = WorkspaceClient(profile="prod")
        self.endpoint = endpoint

    def embed(self, texts):
        client = self.workspace.serving_endpoints.get_open_ai_client()
        # expect: kind=embedding platform=databricks model=databricks-gte-large-en
        return client.embeddings.create(model=self.endpoint, input=texts)


def follow_up(workspace: WorkspaceClient, conversation):
    # expect: kind=agent platform=databricks
    return workspace.genie.create_message_and_wait("space", conversation, "And last year?")
