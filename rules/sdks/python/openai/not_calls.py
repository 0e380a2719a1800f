"""Asks no model: client.chat.completions.create(model="gpt-4o") is only mentioned here."""

from openai import OpenAI as RealClient
from openai import OpenAIError

from shop import basket


class OpenAI:
    """A local class of the same name."""

    def __init__(self, **options):
        self.chat = self
        self.completions = self

    def create(self, model, messages):
        return {"model": model, "messages": messages}


fake = OpenAI(base_url="https://api.openai.com/v1")
fake.chat.completions.create(model="gpt-4o", messages=[])

client = RealClient()
client.models.list()
client.models.retrieve("gpt-4o")
client.files.create(file=b"", purpose="fine-tune")
client.fine_tuning.jobs.create(model="gpt-4o-mini-2024-07-18", training_file="f")
client.batches.retrieve("batch_1")
client.beta.threads.create()
client.beta.threads.messages.create(thread_id="t", role="user", content="hi")
client.beta.assistants.create(model="gpt-4o", name="helper")
client.responses.retrieve("resp_1")
client.responses.input_tokens.count(model="gpt-5", input="hi")
client.vector_stores.create(name="docs")
client.conversations.create()
client.beta.threads.runs.retrieve(thread_id="t", run_id="r")

# client.chat.completions.create(model="gpt-4o", messages=[])
SNIPPET = 'openai.ChatCompletion.create(model="gpt-4")'

basket.completions.create(model="wicker")
clients = {"openai": "client"}
clients.get("openai").split(".")


def explain(error: OpenAIError) -> str:
    return f"openai.chat.completions.create failed: {error}"
