"""client.text_to_speech.convert("voice", text="Hi") as words."""

from elevenlabs import play, save
from elevenlabs.client import ElevenLabs

client = ElevenLabs()
client.voices.get_all()
client.models.list()
client.user.get()
client.history.list()
client.conversational_ai.agents.create(conversation_config={})
play(b"")
save(b"", "a.mp3")


class Currency:
    def convert(self, amount, model_id=None):
        return amount


Currency().convert(1, model_id="eleven_multilingual_v2")
