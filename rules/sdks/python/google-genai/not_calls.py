"""client.models.generate_content(model="gemini-2.5-flash") is asked nowhere in this file."""

from google import genai
from google.cloud import storage

client = genai.Client()
client.models.list()
client.models.get(model="gemini-2.5-flash")
client.models.count_tokens(model="gemini-2.5-flash", contents="hi")
client.files.upload(file="a.pdf")
client.caches.create(model="gemini-2.5-flash")
client.batches.get(name="b")
client.tunings.tune(base_model="gemini-2.0-flash")
chat = client.chats.create(model="gemini-2.5-flash")  # sends nothing yet
chat.get_history()

storage.Client().bucket("models").blob("generate_content").upload_from_string("x")


class Client:
    """Not Google's."""

    def send_message(self, text):
        return text


Client().send_message("gemini-2.5-flash")
