"""The comments of a script that may be directives."""

from __future__ import annotations

from collections.abc import Iterator

from tree_sitter import Node

from auditor.languages.directives import MARKER, Comment
from auditor.languages.javascript.reading import Reading, line_of, text_of

_COMMENTS = frozenset({"comment", "html_comment"})


def find_comments(reading: Reading, root: Node) -> Iterator[Comment]:
    """Look only where the marker stands: a walk to every comment would cost as much as lowering."""
    at = reading.text.find(MARKER)
    while at >= 0:
        node = root.descendant_for_byte_range(at, at + len(MARKER))
        end = at + len(MARKER)
        if node is not None and node.type in _COMMENTS:
            before = reading.text[node.start_byte - node.start_point[1] : node.start_byte]
            # The brace is the one that a comment inside JSX needs around it.
            own_line = before.strip() in ("", "{")
            yield Comment(line_of(reading, node), text_of(reading, node), own_line)
            end = node.end_byte
        at = reading.text.find(MARKER, end)
