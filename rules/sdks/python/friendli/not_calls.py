"""SyncFriendli().serverless.chat.complete(model="...") as words."""

from friendli import SyncFriendli

client = SyncFriendli(token="t")
client.serverless.token.tokenize(model="meta-llama-3.1-8b-instruct", prompt="x")
client.dedicated.endpoint.list()
client.dataset.list_datasets()
client.serverless.model.models()


class Task:
    def complete(self, model):
        return model


Task().complete("meta-llama-3.1-8b-instruct")
