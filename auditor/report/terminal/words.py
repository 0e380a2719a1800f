"""How the report's words are said on a screen: a mark, a word, a colour; never colour alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditor.model.report import WorkflowReport
from auditor.report.terminal.table import Cell

RANK = {"stops": 0, "unknown": 1, "degrades": 2, "survives": 3}
"""The outcomes of a loss, worst first."""

_MARKS = {"stops": "✗", "unknown": "?", "degrades": "~", "survives": "✓"}
_STYLES = {"stops": "red", "unknown": "dim", "degrades": "yellow", "survives": "green"}


def count(number: int, thing: str, things: str | None = None) -> str:
    """``1 call``, ``2 calls``."""
    return f"{number:,} {thing if number == 1 else things or thing + 's'}"


def worst(on_loss: Mapping[str, str]) -> str:
    """The worst that the loss of any one thing does."""
    return min(on_loss.values(), key=lambda word: RANK.get(word, 1), default="unknown")


def is_judged(workflows: Iterable[WorkflowReport]) -> bool:
    """Whether anything is known of what a loss does; else there is nothing to say of it."""
    return any(word != "unknown" for flow in workflows for word in flow.on_loss.values())


def outcome(word: str) -> Cell:
    """``✗ stops``."""
    return Cell(f"{_MARKS.get(word, '?')} {word}", _STYLES.get(word, ""))


def outcome_of(on_loss: Mapping[str, str], vendors: Sequence[str]) -> Cell:
    """The worst outcome, and whose loss brings it where that is not true of every vendor."""
    word = worst(on_loss)
    cell = outcome(word)
    if word == "survives":
        return cell
    guilty = [vendor for vendor in vendors if on_loss.get(vendor) == word]
    if guilty and len(guilty) == len(vendors):
        return cell
    names = guilty or [domain(key) for key in sorted(on_loss) if on_loss[key] == word]
    return Cell(f"{cell.text}: {', '.join(names)}" if names else cell.text, cell.style)


def domain(key: str) -> str:
    """``gateway:acme`` as "gateway acme"; a vendor is called by its bare id."""
    return key.removeprefix("vendor:").replace(":", " ")
