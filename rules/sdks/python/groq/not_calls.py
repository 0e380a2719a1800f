"""Groq().chat.completions.create(model="llama-3.3-70b-versatile"): words, no call."""

from groq import Groq

client = Groq()
client.models.list()
client.files.list()
client.batches.list()

# client.chat.completions.create(model="llama-3.3-70b-versatile", messages=[])

groq = {"client": "fake"}
groq.get("client")


class Sanity:
    """GROQ, the query language of another product."""

    def create(self, document):
        return document


Sanity().create({"query": "*[_type == 'post']"})
