"""The models behind the shop's proxy, by the names that the proxy gives them."""

import os

from openai import OpenAI

client = OpenAI(base_url=os.environ["LITELLM_URL"], api_key=os.environ["LITELLM_KEY"], timeout=30)


def embed(texts: list[str]) -> list[list[float]]:
    answer = client.embeddings.create(model="shop-embed", input=texts)
    return [item.embedding for item in answer.data]


def answer(question: str, passages: list[str]) -> str:
    prompt = "\n\n".join([*passages, f"Question: {question}"])
    reply = client.chat.completions.create(
        model="shop-chat", messages=[{"role": "user", "content": prompt}]
    )
    return reply.choices[0].message.content
