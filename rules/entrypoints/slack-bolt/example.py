import re

from slack_bolt import App, Assistant
from slack_sdk import WebClient

app = App(token="xoxb-...", signing_secret="...")
assistant = Assistant()
client = WebClient()


# entry: kind=bot title=Slack event app_mention
@app.event("app_mention")
def on_mention(event, say):
    say(think(event["text"]))


# entry: kind=bot title=Slack /ask
@app.command("/ask")
def ask(ack, command, respond):
    ack()
    respond(think(command["text"]))


# entry: kind=bot title=Slack message help
@app.message("help")
def on_help(message, say):
    say("...")


# entry: kind=bot title=Slack action again
@app.action("again")
def again(ack, body):
    ack()
    think("again")


# entry: kind=bot title=Slack assistant user_message
@assistant.user_message
def reply(payload, say):
    say(think(payload["text"]))


@app.error
def on_error(error, logger):
    logger.exception(error)


def think(text):
    return re.sub(r"\s+", " ", text)


def post(text):
    client.chat_postMessage(channel="general", text=text)


# entry: kind=bot title=Slack listener summarise
def summarise(body, say):
    say(think(body["text"]))


# entry: kind=bot title=Slack listener greet
def greet(message, say):
    say(think(message["text"]))


def acknowledge(ack):
    ack()


def listen(app: App):
    app.view("summary")(ack=acknowledge, lazy=[summarise])
    app.message("hello")(greet)
