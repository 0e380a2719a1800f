"""TextGeneration("meta-llama/Meta-Llama-3-8B-Instruct").generate(...) as words."""

from deepinfra import DeepInfraClient

client = DeepInfraClient("key")
client.close()


class TextGeneration:
    def __init__(self, endpoint):
        self.endpoint = endpoint

    def generate(self, body):
        return body


TextGeneration("report").generate({})
