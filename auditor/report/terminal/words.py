"""How outcomes look on a screen: a mark, a word, a colour; never colour alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from auditor.report.terminal.table import Cell
from auditor.report.words import MARKS, guilty, worst

_STYLES = {"stops": "red", "unknown": "dim", "degrades": "yellow", "survives": "green"}


def outcome(word: str) -> Cell:
    """``✗ stops``."""
    return Cell(f"{MARKS.get(word, '?')} {word}", _STYLES.get(word, ""))


def outcome_of(on_loss: Mapping[str, str], vendors: Sequence[str]) -> Cell:
    """The worst outcome, and whose loss brings it where that is not true of every vendor."""
    cell, names = outcome(worst(on_loss)), guilty(on_loss, vendors)
    return Cell(f"{cell.text}: {', '.join(names)}" if names else cell.text, cell.style)
