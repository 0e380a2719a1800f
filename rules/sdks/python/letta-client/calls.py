from letta_client import AsyncLetta, Letta

client = Letta(base_url="http://localhost:8283")
agent = client.agents.create(model="openai/gpt-4o-mini", embedding="openai/text-embedding-3-small")

# expect: kind=agent
client.agents.messages.create(agent_id=agent.id, messages=[{"role": "user", "content": "Hi"}])

# expect: kind=agent
for chunk in client.agents.messages.create_stream(agent_id=agent.id, messages=[]):
    print(chunk)


async def ask(agent_id, text):
    letta = AsyncLetta(api_key="key", max_retries=0)
    # expect: kind=agent
    return await letta.agents.messages.create(agent_id, messages=[text])


class Memory:
    def __init__(self, client: Letta):
        self.letta = client.with_options(timeout=300)

    def tell(self, agent_id, text):
        # expect: kind=agent
        return self.letta.agents.messages.create(agent_id, messages=[{"content": text}])

    def talk(self, conversation_id, text):
        # expect: kind=agent
        yield from self.letta.conversations.messages.stream(conversation_id, messages=[text])
