from xai_sdk import AsyncClient, Client
from xai_sdk.chat import system, user

client = Client(timeout=60)

chat = client.chat.create(model="grok-4")
chat.append(system("You are Grok."))
chat.append(user("Hi"))
# expect: kind=chat vendor=xai platform=xai-api model=grok-4
print(chat.sample().content)

# expect: kind=chat vendor=xai platform=xai-api model=grok-3-mini
for response, chunk in client.chat.create("grok-3-mini", messages=[user("Hi")]).stream():
    print(chunk.content)

# expect: kind=image vendor=xai platform=xai-api model=grok-2-image
client.image.sample("A cat", "grok-2-image")

# expect: kind=image vendor=xai platform=xai-api model=grok-2-image
client.image.sample_batch(prompt="Cats", model="grok-2-image", n=4)


class Assistant:
    def __init__(self, model="grok-4-fast-reasoning"):
        self.client = AsyncClient()
        self.model = model

    async def ask(self, question, shape):
        chat = self.client.chat.create(model=self.model)
        chat.append(user(question))
        # expect: kind=chat vendor=xai platform=xai-api model=grok-4-fast-reasoning
        response, parsed = await chat.parse(shape)
        return parsed
