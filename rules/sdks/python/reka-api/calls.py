import reka
from reka import ChatMessage
from reka.client import AsyncReka, Reka

client = Reka()

# expect: kind=chat vendor=reka platform=reka-api model=reka-core
client.chat.create(messages=[ChatMessage(role="user", content="Hi")], model="reka-core")

# expect: kind=chat vendor=reka platform=reka-api model=reka-flash
for part in client.chat.create_stream(messages=[], model="reka-flash"):
    print(part)


async def ask(question, model="reka-edge"):
    reka = AsyncReka(timeout=20)
    # expect: kind=chat vendor=reka platform=reka-api model=reka-edge
    return await reka.chat.create(messages=[question], model=model)


class Describer:
    def __init__(self):
        self.client = Reka(api_key="key", timeout=10)

    def describe(self, image_url):
        message = ChatMessage(role="user", content=[{"type": "image_url", "image_url": image_url}])
        # expect: kind=chat vendor=reka platform=reka-api model=reka-flash-3
        return self.client.chat.create(messages=[message], model="reka-flash-3")


# 1.x

reka.API_KEY = "key"
# expect: kind=chat vendor=reka platform=reka-api model=reka-flash
reka.chat("Hi", model_name="reka-flash")
