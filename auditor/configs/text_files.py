"""Files that are read line by line, or as one text."""

from __future__ import annotations

from auditor.configs.build import Budget, Draft, Unreadable, scalar
from auditor.model.config import Node


def read_lines(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """A list of the lines that hold anything."""
    top = Draft("list", 1)
    budget = Budget()
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            budget.spend()
            top.append(scalar(line.rstrip("\r"), number), number)
    return (top.done(),), None


def read_text(text: str) -> tuple[tuple[Node, ...], Unreadable | None]:
    """The whole file as one scalar."""
    return (scalar(text, 1, text.count("\n") + 1, 1),), None
