"""ollama.chat(model="llama3.2") asks a model; nothing below does."""

import ollama
from ollama import Client

ollama.pull("llama3.2")
ollama.list()
ollama.show("llama3.2")
ollama.delete("llama3.2")

client = Client(host="http://localhost:11434")
client.ps()
client.create(model="mine", from_="llama3.2")
client.web_search("news")


def chat(model, messages):
    return model, messages


chat(model="llama3.2", messages=[])


class Room:
    def chat(self, model):
        return model


Room().chat(model="llama3.2")
