"""Reka().chat.create(model="reka-core") as words."""

from reka.client import Reka

client = Reka()
client.models.get()


class Chat:
    def create(self, messages, model):
        return messages, model


Chat().create([], "reka-core")
