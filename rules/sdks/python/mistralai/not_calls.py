"""Mistral().chat.complete(model="mistral-large-latest") is written here, and only here."""

from mistralai import Mistral
from readline import get_completer

client = Mistral()
client.models.list()
client.files.upload(file={})
client.fine_tuning.jobs.create(model="open-mistral-7b", training_files=[])
client.batch.jobs.get(job_id="j")
client.beta.agents.create(model="mistral-medium-latest", name="a")
client.beta.conversations.list()

complete = get_completer()


class Chat:
    def complete(self, model):
        return model

    def stream(self, model):
        return model


class Local:
    def __init__(self):
        self.chat = Chat()


Local().chat.complete(model="mistral-large-latest")
Local().chat.stream(model="mistral-large-latest")
