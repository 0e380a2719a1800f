"""Passages and their vectors, in memory."""

from dataclasses import dataclass, field

import numpy as np

from llmkit import EmbeddingProvider


@dataclass
class PassageIndex:
    embedder: EmbeddingProvider
    passages: list[str] = field(default_factory=list)
    vectors: list[np.ndarray] = field(default_factory=list)

    def add(self, passages: list[str]) -> None:
        for passage, vector in zip(passages, self.embedder.embed(passages), strict=True):
            self.passages.append(passage)
            self.vectors.append(_unit(vector))

    def nearest(self, question: str, count: int) -> list[str]:
        if not self.passages:
            return []
        [vector] = self.embedder.embed([question])
        closeness = np.stack(self.vectors) @ _unit(vector)
        return [self.passages[position] for position in np.argsort(-closeness)[:count]]


def _unit(vector: list[float]) -> np.ndarray:
    array = np.asarray(vector)
    return array / np.linalg.norm(array)
