"""AI21Client().chat.completions.create(model="jamba-large") as words."""

from ai21 import AI21Client

client = AI21Client()
client.library.files.list()
client.beta.agents.list()
client.beta.agents.create(name="a")
client.beta.maestro.runs.retrieve("r")


class Answer:
    def execute(self, model):
        return model

    def create(self, context):
        return context


Answer().execute("j2-light")
Answer().create("x")
