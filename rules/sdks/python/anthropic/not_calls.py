"""No request here: client.messages.create(model="claude-sonnet-4-5") stands in a docstring."""

from anthropic import Anthropic, APIStatusError
from twilio.rest import Client

client = Anthropic()
client.messages.count_tokens(model="claude-sonnet-4-5", messages=[])
client.beta.messages.count_tokens(model="claude-sonnet-4-5", messages=[])
client.messages.batches.retrieve("b")
client.messages.batches.results("b")
client.models.list()
client.beta.files.upload(file=b"")

# The same method path on another vendor's client: a text message.
sms = Client("sid", "token")
sms.messages.create(to="+1", from_="+2", body="claude says hi")

board = {"messages": []}
board["messages"].append("create")


class AsyncAnthropic:
    def __init__(self):
        self.messages = self

    def create(self, **options):
        return options


AsyncAnthropic().messages.create(model="claude-sonnet-4-5")


def handle(error: APIStatusError):
    print("anthropic.Anthropic().messages.create", error.status_code)
