"""Cartesia().tts.bytes(model_id="sonic-2") as words."""

from cartesia import Cartesia

client = Cartesia()
client.voices.list()
client.voices.clone(name="me", clip=b"")
client.get_status()
client.access_token.create()
client.fine_tunes.list()


class Tts:
    def bytes(self, model_id):
        return model_id


Tts().bytes("sonic-2")
