import os

from hume import AsyncHumeClient, HumeClient

client = HumeClient(api_key=os.environ["HUME_API_KEY"])

# expect: kind=audio vendor=hume platform=hume-api
client.tts.synthesize_json(utterances=[{"text": "Hi"}])

# expect: kind=audio vendor=hume platform=hume-api
for chunk in client.tts.synthesize_json_streaming(utterances=[{"text": "Hi"}]):
    print(chunk)


class Voice:
    def __init__(self):
        self.client = AsyncHumeClient(timeout=20)

    async def talk(self):
        # expect: kind=audio vendor=hume platform=hume-api
        async with self.client.empathic_voice.chat.connect(config_id="c") as socket:
            await socket.send_publish({})


def save(text, path):
    # expect: kind=audio vendor=hume platform=hume-api
    audio = client.tts.synthesize_file(utterances=[{"text": text}])
    with open(path, "wb") as file:
        file.writelines(audio)


async def duplex():
    # expect: kind=audio vendor=hume platform=hume-api
    async with AsyncHumeClient().tts.stream_input.connect(version="2") as stream:
        await stream.send_publish({"text": "Hi"})
