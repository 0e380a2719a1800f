"""Perplexity().chat.completions.create(model="sonar") as words."""

from perplexity import Perplexity

client = Perplexity()
client.models.list()
client.search.create(query="news")
client.async_.chat.completions.list()
client.async_.chat.completions.get("id")
client.files.list()


def perplexity(losses):
    return sum(losses) / len(losses)


perplexity([1.0, 2.0])
