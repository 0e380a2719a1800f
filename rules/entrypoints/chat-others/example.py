from linebot.v3 import WebhookHandler
from nio import AsyncClient, RoomMessageText
from rasa_sdk import Action

handler = WebhookHandler("secret")
client = AsyncClient("https://matrix.example", "@bot")


# entry: kind=bot title=LINE on_text
@handler.add(RoomMessageText)
def on_text(event):
    think(event.message.text)


async def on_room_message(room, event):
    think(event.body)


# entry: kind=bot title=Matrix on_room_message
client.add_event_callback(on_room_message, RoomMessageText)


class Answer(Action):
    def name(self):
        return "action_answer"

    # entry: kind=bot title=Rasa Answer
    def run(self, dispatcher, tracker, domain):
        dispatcher.utter_message(text=self.think(tracker))
        return []

    def think(self, tracker):
        return "..."


def think(text):
    return text
