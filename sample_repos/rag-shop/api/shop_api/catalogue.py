"""Product texts and their vectors."""

from shop_api.models import embed

_passages: list[str] = []
_vectors: list[list[float]] = []


def add(passages: list[str]) -> None:
    _vectors.extend(embed(passages))
    _passages.extend(passages)


def nearest(question: str, count: int = 4) -> list[str]:
    [wanted] = embed([question])
    scores = [sum(a * b for a, b in zip(wanted, vector, strict=True)) for vector in _vectors]
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    return [_passages[number] for number in order[:count]]
