"""ChatCompletionsClient(endpoint, key).complete(messages=[]) as words."""

from azure.ai.inference import ChatCompletionsClient
from azure.core.credentials import AzureKeyCredential
from azure.search.documents import SearchClient

key = AzureKeyCredential("key")
client = ChatCompletionsClient("https://my-resource.services.ai.azure.com/models", key)
client.get_model_info()
client.close()

search = SearchClient("https://s.search.windows.net", "index", key)
search.autocomplete("he", "suggester")


class Job:
    def complete(self, messages):
        return messages


Job().complete(messages=[])
