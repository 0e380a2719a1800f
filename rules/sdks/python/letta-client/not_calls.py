"""client.agents.messages.create(agent_id="a") as words."""

from letta_client import Letta

client = Letta()
client.agents.list()
client.agents.messages.list(agent_id="a")
client.agents.messages.reset(agent_id="a")
client.agents.blocks.retrieve("human", agent_id="a")
client.tools.list()
client.blocks.create(label="human", value="")


class Post:
    def __init__(self):
        self.messages = self

    def create(self, text):
        return text


Post().messages.create("a letter")
