"""client.tts.synthesize_json(utterances=[]) as words."""

from hume import HumeClient

client = HumeClient()
client.tts.voices.list(provider="HUME_AI")
client.empathic_voice.configs.list_configs()
client.empathic_voice.prompts.list_prompts()
client.empathic_voice.chats.list_chats()


class Lab:
    def synthesize_json(self, utterances):
        return utterances


Lab().synthesize_json([])
