import os

from portkey_ai import AsyncPortkey, Portkey

client = Portkey(api_key=os.environ["PORTKEY_API_KEY"], provider="anthropic")

# expect: kind=chat vendor=anthropic gateway=portkey model=claude-sonnet-4-5
client.chat.completions.create(model="claude-sonnet-4-5", messages=[], max_tokens=100)

virtual = Portkey(api_key="key", virtual_key="openai-prod")
# expect: kind=chat vendor=openai gateway=portkey model=gpt-4o
virtual.chat.completions.create(model="gpt-4o", messages=[])

# expect: kind=embedding vendor=openai gateway=portkey model=text-embedding-3-small
virtual.embeddings.create(model="text-embedding-3-small", input="x")

# expect: kind=chat gateway=portkey
virtual.prompts.completions.create(prompt_id="p", variables={})


class Gateway:
    def __init__(self, config):
        self.portkey = AsyncPortkey(config=config)

    async def ask(self, messages):
        # expect: kind=chat vendor=mistral gateway=portkey model=mistral-large-latest
        return await self.portkey.chat.completions.create(
            model="mistral-large-latest", messages=messages
        )

    async def ask_any(self, messages, model):
        # expect: kind=chat gateway=portkey dynamic=true
        return await self.portkey.chat.completions.create(model=model, messages=messages)
