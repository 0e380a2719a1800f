"""Cerebras().chat.completions.create(model="llama-3.3-70b") as words."""

from cerebras.cloud.sdk import Cerebras

client = Cerebras()
client.models.list()
client.models.retrieve("llama-3.3-70b")
print(client.chat.completions)


class Completions:
    def create(self, model):
        return model


Completions().create(model="llama-3.3-70b")
