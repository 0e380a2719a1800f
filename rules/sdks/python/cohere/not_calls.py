"""co.chat(message="Hi", model="command-r") in a docstring is no call."""

import cohere

co = cohere.Client()
co.tokenize(text="a", model="command-r")
co.detokenize(tokens=[1], model="command-r")
co.models.list()
co.datasets.create(name="d")
co.finetuning.list_finetuned_models()
co.check_api_key()
co.embed_jobs.list()


class Client:
    """A chat room of our own."""

    def chat(self, message, model=None):
        return message

    def embed(self, url):
        return url


room = Client()
room.chat("Hello", model="command-r")
room.embed("https://api.cohere.com/v1/embed")

client = {"chat": print}
client["chat"]("Hello")
