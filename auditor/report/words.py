"""How the report's words are said to people, in every format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditor.model.loss import RANK
from auditor.model.report import WorkflowReport

MARKS = {"stops": "✗", "unknown": "?", "degrades": "~", "survives": "✓"}


def count(number: int, thing: str, things: str | None = None) -> str:
    """``1 call``, ``2 calls``."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def listed(names: Sequence[str], most: int) -> str:
    """The first names, and how many there are beyond: ``a, b and 3 more``."""
    left = len(names) - most
    return ", ".join(names[:most]) + (f" and {left} more" if left > 0 else "")


def be(number: int) -> str:
    """``is`` of one, ``are`` of several."""
    return "is" if number == 1 else "are"


def worst(on_loss: Mapping[str, str]) -> str:
    """The worst that the loss of any one thing does."""
    return min(on_loss.values(), key=lambda word: RANK.get(word, 1), default="unknown")


def guilty(on_loss: Mapping[str, str], vendors: Sequence[str]) -> list[str]:
    """Whose loss brings the worst outcome; empty where it survives all, or any vendor's does."""
    word = worst(on_loss)
    if word == "survives":
        return []
    found = [vendor for vendor in vendors if on_loss.get(vendor) == word]
    if found and len(found) == len(vendors):
        return []
    return found or [domain(key) for key in sorted(on_loss) if on_loss[key] == word]


def is_judged(workflows: Iterable[WorkflowReport]) -> bool:
    """Whether anything is known of what a loss does; else there is nothing to say of it."""
    return any(word != "unknown" for flow in workflows for word in flow.on_loss.values())


def domain(key: str) -> str:
    """``gateway:acme`` as "gateway acme"; a vendor is called by its bare id."""
    return key.removeprefix("vendor:").replace(":", " ")
