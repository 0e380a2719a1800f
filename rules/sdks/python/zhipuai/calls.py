import zhipuai
from zhipuai import ZhipuAI

client = ZhipuAI(api_key="key")

# expect: kind=chat vendor=zhipu platform=zhipu-api model=glm-4
client.chat.completions.create(model="glm-4", messages=[{"role": "user", "content": "Hi"}])

# expect: kind=chat vendor=zhipu platform=zhipu-api model=glm-4-plus
task = client.chat.asyncCompletions.create(model="glm-4-plus", messages=[])

# expect: kind=embedding vendor=zhipu platform=zhipu-api
client.embeddings.create(model="embedding-2", input="x")

# expect: kind=image vendor=zhipu platform=zhipu-api model=cogview-3
client.images.generations(model="cogview-3", prompt="A cat")


class Stream:
    model = "glm-4-flash"

    def __init__(self):
        self.llm = ZhipuAI()

    def __iter__(self):
        # expect: kind=chat vendor=zhipu platform=zhipu-api model=glm-4-flash
        yield from self.llm.chat.completions.create(model=self.model, messages=[], stream=True)


# expect: kind=chat vendor=zhipu platform=zhipu-api
zhipuai.model_api.invoke(model="chatglm_turbo", prompt=[{"role": "user", "content": "Hi"}])
