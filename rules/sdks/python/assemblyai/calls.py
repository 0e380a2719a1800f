import os

import assemblyai as aai
from assemblyai.streaming.v3 import StreamingClient, StreamingClientOptions

aai.settings.api_key = os.environ["ASSEMBLYAI_API_KEY"]

transcriber = aai.Transcriber(config=aai.TranscriptionConfig(speaker_labels=True))
# expect: kind=audio vendor=assemblyai platform=assemblyai-api
transcript = transcriber.transcribe("https://example.com/a.mp3")

# expect: kind=audio vendor=assemblyai platform=assemblyai-api
aai.Transcriber().submit("a.mp3")

# expect: kind=chat platform=assemblyai-api
aai.Transcript.get_by_id("t").lemur.task("Summarize")


class Live:
    def __init__(self):
        self.client = StreamingClient(StreamingClientOptions(api_key="key"))

    def start(self, parameters):
        # expect: kind=audio vendor=assemblyai platform=assemblyai-api
        self.client.connect(parameters)


def many(urls):
    # expect: kind=audio vendor=assemblyai platform=assemblyai-api
    return aai.Transcriber(api_key="key").transcribe_group_async(urls).result()
