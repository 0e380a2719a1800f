import asyncio
import os

import together
from together import AsyncTogether, Together

client = Together(api_key=os.environ["TOGETHER_API_KEY"])

# expect: kind=chat vendor=meta platform=together model=meta-llama/Llama-3.3-70B-Instruct-Turbo
client.chat.completions.create(model="meta-llama/Llama-3.3-70B-Instruct-Turbo", messages=[])

# expect: kind=chat vendor=deepseek platform=together model=deepseek-ai/DeepSeek-V3
for chunk in client.chat.completions.create(model="deepseek-ai/DeepSeek-V3", stream=True):
    print(chunk)

# expect: kind=embedding platform=together
client.embeddings.create(model="BAAI/bge-base-en-v1.5", input="x")

# expect: kind=image vendor=black-forest-labs platform=together
client.images.generate(model="black-forest-labs/FLUX.1-schnell", prompt="A cat")

# expect: kind=rerank platform=together
client.rerank.create(model="Salesforce/Llama-Rank-V1", query="q", documents=["a"])

# expect: kind=batch platform=together
client.batches.create_batch("file-1", endpoint="/v1/chat/completions")


class Writer:
    model = "Qwen/Qwen2.5-7B-Instruct-Turbo"

    def __init__(self):
        self.client = AsyncTogether(timeout=20, max_retries=1)

    async def write_all(self, prompts):
        tasks = []
        for prompt in prompts:
            messages = [{"role": "user", "content": prompt}]
            # expect: kind=chat vendor=alibaba platform=together
            task = self.client.chat.completions.create(model=self.model, messages=messages)
            tasks.append(task)
        return await asyncio.gather(*tasks)


# expect: kind=completion platform=together model=togethercomputer/RedPajama-INCITE-7B-Base
together.Complete.create(prompt="Once", model="togethercomputer/RedPajama-INCITE-7B-Base")
