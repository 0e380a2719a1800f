"""The comments of a text that may be directives."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tree_sitter import Node

from auditor.languages.directives import MARKER, Comment
from auditor.languages.reading import Reading, line_of, text_of


def find_comments(
    reading: Reading,
    root: Node,
    kinds: Collection[str] = ("comment",),
    before: Collection[str] = ("",),
) -> Iterator[Comment]:
    """Look only where the marker stands: a walk to every comment would cost as much as lowering.

    ``kinds`` are the types of nodes that are comments, ``before`` what may precede one that has a
    line of its own.
    """
    at = reading.text.find(MARKER)
    while at >= 0:
        node = root.descendant_for_byte_range(at, at + len(MARKER))
        end = at + len(MARKER)
        if node is not None and node.type in kinds:
            preceding = reading.text[node.start_byte - node.start_point[1] : node.start_byte]
            own_line = preceding.strip() in before
            yield Comment(line_of(reading, node), text_of(reading, node), own_line)
            end = node.end_byte
        at = reading.text.find(MARKER, end)
