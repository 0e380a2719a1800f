from deepgram import AsyncDeepgramClient, DeepgramClient, LiveOptions, PrerecordedOptions

client = DeepgramClient(api_key="key")

# expect: kind=audio vendor=deepgram platform=deepgram-api model=nova-3
client.listen.v1.media.transcribe_url(url="https://example.com/a.mp3", model="nova-3")

# expect: kind=audio vendor=deepgram platform=deepgram-api model=aura-2-thalia-en
client.speak.v1.audio.generate(text="Hi", model="aura-2-thalia-en")


async def flux():
    deepgram = AsyncDeepgramClient()
    # expect: kind=audio vendor=deepgram platform=deepgram-api model=flux-general-en
    async with deepgram.listen.v2.connect(model="flux-general-en", encoding="linear16") as socket:
        await socket.start_listening()


# 3.x and 4.x

options = PrerecordedOptions(model="nova-2", smart_format=True)
# expect: kind=audio vendor=deepgram platform=deepgram-api model=nova-2
client.listen.rest.v("1").transcribe_file({"buffer": b""}, options)

# expect: kind=audio vendor=deepgram platform=deepgram-api model=aura-asteria-en
client.speak.rest.v("1").save("a.mp3", {"text": "Hi"}, {"model": "aura-asteria-en"})


class Live:
    def __init__(self):
        self.connection = DeepgramClient().listen.websocket.v("1")

    def open(self):
        self.connection.on("Transcript", print)
        # expect: kind=audio vendor=deepgram platform=deepgram-api model=nova-2
        return self.connection.start(LiveOptions(model="nova-2", language="en"))
