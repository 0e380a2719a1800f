import os

from cartesia import AsyncCartesia, Cartesia

client = Cartesia(api_key=os.environ["CARTESIA_API_KEY"])

# expect: kind=audio vendor=cartesia platform=cartesia-api model=sonic-2
for chunk in client.tts.bytes(model_id="sonic-2", transcript="Hi", voice={"id": "v"}):
    print(len(chunk))

# expect: kind=audio vendor=cartesia platform=cartesia-api model=ink-whisper
client.stt.transcribe(file=open("a.wav", "rb"), model="ink-whisper")


class Voice:
    def __init__(self):
        self.client = AsyncCartesia(max_retries=0)

    async def connect(self):
        # expect: kind=audio vendor=cartesia platform=cartesia-api
        return await self.client.tts.websocket()


def listen():
    quick = client.with_options(timeout=5)
    # expect: kind=audio vendor=cartesia platform=cartesia-api model=ink-whisper
    with quick.stt.websocket(model="ink-whisper", encoding="pcm_s16le") as socket:
        socket.send(b"")


def stream(text, model="sonic-english"):
    # expect: kind=audio vendor=cartesia platform=cartesia-api model=sonic-english
    yield from client.tts.sse(model_id=model, transcript=text, voice={"id": "v"})
