import os

from zai import ZaiClient, ZhipuAiClient

client = ZaiClient(api_key=os.environ["ZAI_API_KEY"])

# expect: kind=chat vendor=zhipu platform=zhipu-api model=glm-4.6
client.chat.completions.create(model="glm-4.6", messages=[{"role": "user", "content": "Hi"}])

# expect: kind=image vendor=zhipu platform=zhipu-api model=cogview-4
client.images.generations(model="cogview-4", prompt="A cat")

# expect: kind=agent vendor=zhipu platform=zhipu-api
client.agents.invoke(agent_id="general_translation", messages=[])


class Bot:
    def __init__(self):
        self.zhipu = ZhipuAiClient(timeout=20, max_retries=1)

    def stream(self, messages, model="glm-4.5-air"):
        # expect: kind=chat vendor=zhipu platform=zhipu-api model=glm-4.5-air
        for part in self.zhipu.chat.completions.create(model=model, messages=messages, stream=True):
            yield part.choices[0].delta

    def embed(self, text):
        # expect: kind=embedding vendor=zhipu platform=zhipu-api
        return self.zhipu.embeddings.create(model="embedding-3", input=text)
