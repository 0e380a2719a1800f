import ai21
from ai21 import AI21BedrockClient, AI21Client, AI21VertexClient, AsyncAI21Client
from ai21.models.chat import ChatMessage

client = AI21Client(api_key="key")

# expect: kind=chat vendor=ai21 platform=ai21-api model=jamba-large
client.chat.completions.create(
    model="jamba-large", messages=[ChatMessage(role="user", content="Hi")]
)

# expect: kind=agent vendor=ai21 platform=ai21-api
client.beta.maestro.runs.create_and_poll(input="Plan a trip")

# expect: kind=completion vendor=ai21 platform=ai21-api model=j2-mid
client.completion.create(model="j2-mid", prompt="Once")

# expect: kind=completion vendor=ai21 platform=ai21-api
client.paraphrase.create(text="hello")


class Jamba:
    def __init__(self, model="jamba-mini"):
        self.client = AsyncAI21Client(timeout_sec=20)
        self.model = model

    async def stream(self, messages):
        # expect: kind=chat vendor=ai21 platform=ai21-api model=jamba-mini
        reply = await self.client.chat.completions.create(
            model=self.model, messages=messages, stream=True
        )
        async for part in reply:
            yield part


# expect: kind=chat vendor=ai21 platform=aws-bedrock
AI21BedrockClient(region="us-east-1").chat.completions.create(
    model="ai21.jamba-1-5-large-v1:0", messages=[]
)

# expect: kind=chat vendor=ai21 platform=google-vertex
AI21VertexClient(region="us-central1").chat.completions.create(model="jamba-1.5", messages=[])

# 1.x

# expect: kind=completion vendor=ai21 platform=ai21-api model=j2-light
ai21.Completion.execute(model="j2-light", prompt="Once")
