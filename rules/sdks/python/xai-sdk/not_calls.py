"""client.chat.create(model="grok-4").sample() as words."""

import random

from xai_sdk import Client
from xai_sdk.chat import user

client = Client()
client.models.list_language_models()
client.tokenize.tokenize_text("hi", model="grok-4")
client.collections.search("q", ["c"])
client.files.list()

chat = client.chat.create(model="grok-4")  # nothing is sent before sample()
chat.append(user("hi"))

random.sample(["grok"], 1)


class Video:
    def stream(self):
        return "frames"


Video().stream()
