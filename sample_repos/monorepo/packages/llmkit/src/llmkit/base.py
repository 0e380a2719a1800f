"""What a provider must offer."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Turn:
    role: Literal["user", "assistant"]
    text: str


class ChatProvider(ABC):
    """A model that holds a conversation."""

    @abstractmethod
    def complete(self, system: str, turns: Sequence[Turn]) -> str:
        """The model's next turn."""

    def ask(self, system: str, question: str) -> str:
        """A conversation of one question."""
        return self.complete(system, [Turn("user", question)]).strip()


class EmbeddingProvider(ABC):
    """A model that turns texts into vectors."""

    batch_size = 64

    @abstractmethod
    def embed_batch(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector per text, for at most ``batch_size`` texts."""

    def embed(self, texts: Sequence[str]) -> list[list[float]]:
        """One vector per text, however many there are."""
        vectors: list[list[float]] = []
        for start in range(0, len(texts), self.batch_size):
            vectors += self.embed_batch(texts[start : start + self.batch_size])
        return vectors
