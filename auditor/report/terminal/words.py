"""How outcomes look on a screen: a mark, a word, a colour; never colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.report.terminal.table import Cell
from auditor.report.words import MARKS, domain, worst

_STYLES = {"stops": "red", "unknown": "dim", "degrades": "yellow", "survives": "green"}


def outcome(word: str) -> Cell:
    """``✗ stops``."""
    return Cell(f"{MARKS.get(word, '?')} {word}", _STYLES.get(word, ""))


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
