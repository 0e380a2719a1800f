import os

import elevenlabs
from elevenlabs.client import AsyncElevenLabs, ElevenLabs
from elevenlabs.conversational_ai.conversation import Conversation

client = ElevenLabs(api_key=os.environ["ELEVENLABS_API_KEY"])

# expect: kind=audio vendor=elevenlabs platform=elevenlabs-api model=eleven_multilingual_v2
client.text_to_speech.convert("voice", text="Hi", model_id="eleven_multilingual_v2")

# expect: kind=audio vendor=elevenlabs platform=elevenlabs-api model=scribe_v1
client.speech_to_text.convert(file=b"", model_id="scribe_v1")

# expect: kind=audio vendor=elevenlabs platform=elevenlabs-api
client.text_to_sound_effects.convert(text="A door")


class Voice:
    model = "eleven_turbo_v2_5"

    def __init__(self):
        self.client = AsyncElevenLabs(timeout=20)

    async def stream(self, text):
        # expect: kind=audio vendor=elevenlabs platform=elevenlabs-api model=eleven_turbo_v2_5
        async for chunk in self.client.text_to_speech.stream(
            voice_id="v", text=text, model_id=self.model
        ):
            yield chunk


conversation = Conversation(client, "agent", requires_auth=True)
# expect: kind=agent vendor=elevenlabs platform=elevenlabs-api
conversation.start_session()

# Before 1.0.

# expect: kind=audio vendor=elevenlabs platform=elevenlabs-api model=eleven_monolingual_v1
elevenlabs.generate(text="Hi", voice="Bella", model="eleven_monolingual_v1")
