"""Python's own part of reading syntax nodes: what may stand anywhere, how names are compared."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from tree_sitter import Node

from auditor.languages.limits import MAX_DEPTH
from auditor.languages.reading import Reading as PlainReading
from auditor.languages.reading import line_of, mark_deep, span_of, text_of

__all__ = [
    "EXTRAS", "MAX_DEPTH", "Reading", "line_of", "mark_deep", "name_of", "solid", "span_of",
    "text_of",
]  # fmt: skip

# Nodes that may stand between any two others. What is inside an ERROR is recovered per statement.
EXTRAS = frozenset({"comment", "line_continuation", "ERROR"})


@dataclass(slots=True)
class Reading(PlainReading):
    """One text while it is lowered.

    ``yields`` once the innermost function is a generator, ``typing_only`` inside a block that only
    type checkers run.
    """

    yields: bool = False
    typing_only: bool = False


def name_of(reading: PlainReading, node: Node) -> str:
    """The text of an identifier, normalised as Python compares identifiers."""
    piece = reading.text[node.start_byte : node.end_byte]
    return piece if piece.isascii() else unicodedata.normalize("NFKC", text_of(reading, node))


def solid(node: Node) -> list[Node]:
    """The children that the grammar put there: no comments, no wreckage of a syntax error."""
    return [child for child in node.children if child.type not in EXTRAS]
