"""OpenRouter().chat.send(model="openai/gpt-4o") as words."""

from openrouter import OpenRouter

client = OpenRouter()
client.models.list()
client.credits.get_credits()
client.api_keys.list()
client.batch.list()
client.embeddings.list_models()


class Mail:
    def __init__(self):
        self.chat = self

    def send(self, model):
        return model


Mail().chat.send(model="openai/gpt-4o")
