"""Files that are read line by line, or as one text."""

from __future__ import annotations

from auditor.configs.build import Budget, Unreadable, scalar
from auditor.model.config import Entry, Node


def read_lines(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """A list of the lines that hold anything."""
    budget = Budget()
    lines = text.split("\n")
    budget.spend(len(lines))
    entries = tuple(
        Entry(str(number), number, scalar(line.rstrip("\r"), number))
        for number, line in enumerate(lines, 1)
        if line.strip()
    )
    return (Node("list", 1, len(lines), None, entries),), None


def read_text(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The whole file as one scalar."""
    return (scalar(text, 1, text.count("\n") + 1, 1),), None
