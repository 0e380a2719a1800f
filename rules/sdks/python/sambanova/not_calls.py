"""SambaNova().chat.completions.create(model="DeepSeek-R1") as words."""

from sambanova import SambaNova

client = SambaNova()
client.models.list()
client.messages.count_tokens(model="DeepSeek-R1", messages=[])


class Dance:
    def __init__(self):
        self.completions = self

    def create(self, model):
        return model


Dance().completions.create(model="samba")
