"""Client().complete(request, model="luminous-base") as words."""

from aleph_alpha_client import Client

client = Client(token="t")
client.models()
client.get_version()
client.tokenize("x", model="luminous-base")
client.tokenizer("luminous-base")


class Form:
    def complete(self, request, model):
        return request, model


Form().complete({}, "luminous-base")
