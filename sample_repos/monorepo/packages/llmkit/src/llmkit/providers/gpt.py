"""Chat and embeddings by OpenAI."""

from collections.abc import Sequence

from openai import OpenAI

from llmkit.base import ChatProvider, EmbeddingProvider, Turn


class GptChat(ChatProvider):
    def __init__(self, model: str = "gpt-4.1-mini") -> None:
        self._client = OpenAI(timeout=30)
        self._model = model

    def complete(self, system: str, turns: Sequence[Turn]) -> str:
        messages = [{"role": "system", "content": system}]
        messages += [{"role": turn.role, "content": turn.text} for turn in turns]
        answer = self._client.chat.completions.create(model=self._model, messages=messages)
        return answer.choices[0].message.content or ""


class GptEmbeddings(EmbeddingProvider):
    model = "text-embedding-3-small"

    def __init__(self) -> None:
        self._client = OpenAI(timeout=30)

    def embed_batch(self, texts: Sequence[str]) -> list[list[float]]:
        answer = self._client.embeddings.create(model=self.model, input=list(texts))
        return [item.embedding for item in answer.data]
