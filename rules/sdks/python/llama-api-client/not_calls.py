"""LlamaAPIClient().chat.completions.create(...) as words."""

from llama_api_client import LlamaAPIClient

client = LlamaAPIClient()
client.models.list()
client.uploads.create(bytes=1, filename="a", mime_type="image/png", purpose="attachment")


class Moderations:
    def create(self, messages):
        return messages


Moderations().create(messages=[])
