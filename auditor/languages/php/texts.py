"""Texts, and the values that stand in them."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.languages.strings import MAX_STRING, unescape
from auditor.model.facts import Const, Expr, Format

_WRITTEN = frozenset({"string_content", "escape_sequence", "nowdoc_string"})


def lower_plain(reading: Reading, node: Node) -> Expr:
    """``'text'``: nothing but the quote and the backslash is escaped."""
    text = text_of(reading, node)
    inner = text[1:-1] if len(text) > 1 and text[-1] == text[0] else text[1:]
    return Const(
        inner.replace("\\'", "'").replace("\\\\", "\\")[:MAX_STRING], line_of(reading, node)
    )


def lower_text(reading: Reading, node: Node) -> Expr:
    """``"text $name {$value['x']}"``, and the same between words."""
    line = line_of(reading, node)
    parts: list[Expr] = []
    written = ""
    for child in _pieces(node):
        if child.type in _WRITTEN:
            written += text_of(reading, child)
        elif child.type not in reading.grammar.silent:
            parts.extend([Const(unescape(written), line)] if written else [])
            parts.append(lower_expression(reading, child))
            written = ""
    parts.extend([Const(unescape(written), line)] if written or not parts else [])
    if len(parts) == 1 and isinstance(parts[0], Const):
        return parts[0]
    return Format(tuple(parts), line)


def _pieces(node: Node) -> list[Node]:
    held = node.child_by_field_name("value")
    return held.named_children if held is not None else node.named_children
