import os

import ollama
from ollama import AsyncClient, Client, chat

# expect: kind=chat vendor=meta platform=ollama model=llama3.2
ollama.chat(model="llama3.2", messages=[{"role": "user", "content": "hi"}])

# expect: kind=chat vendor=google platform=ollama model=gemma3:4b
for part in chat("gemma3:4b", messages=[], stream=True):
    print(part.message.content)

# expect: kind=completion vendor=mistral platform=ollama model=mistral
ollama.generate(model="mistral", prompt="Once")

# expect: kind=embedding platform=ollama model=nomic-embed-text
ollama.embeddings(model="nomic-embed-text", prompt="x")

client = Client(host=os.environ.get("OLLAMA_HOST", "http://localhost:11434"))
# expect: kind=embedding platform=ollama model=mxbai-embed-large
client.embed("mxbai-embed-large", ["a", "b"])


class LocalModel:
    def __init__(self, host, model="qwen2.5:7b"):
        self.client = AsyncClient(host=host, timeout=120)
        self.model = model

    async def reply(self, messages):
        # expect: kind=chat vendor=alibaba platform=ollama model=qwen2.5:7b
        response = await self.client.chat(model=self.model, messages=messages, stream=False)
        return response["message"]["content"]


cloud = Client(host="https://ollama.com", headers={"Authorization": "Bearer key"})
# expect: kind=chat vendor=openai platform=ollama-cloud model=gpt-oss:120b
cloud.chat("gpt-oss:120b", messages=[])


def ask(model, prompt):
    # expect: kind=completion platform=ollama
    return Client("http://gpu-box:11434").generate(model=model, prompt=prompt)
