from botbuilder.core import ActivityHandler, TurnContext
from microsoft_agents.hosting.core import AgentApplication, TurnState

AGENT_APP = AgentApplication[TurnState]()
app = AgentApplication()


class EchoBot(ActivityHandler):
    # entry: kind=bot title=Teams EchoBot.on_message_activity
    async def on_message_activity(self, turn_context: TurnContext):
        await turn_context.send_activity(self.think(turn_context.activity.text))

    def think(self, text):
        return text


# entry: kind=bot title=Teams activity message
@app.activity("message")
async def on_message(context, state):
    await context.send_activity("hi")


@app.error
async def on_error(context, error):
    print(error)
