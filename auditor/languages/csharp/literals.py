"""Texts, numbers and constants."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading, named
from auditor.languages.reading import line_of, text_of
from auditor.languages.strings import MAX_STRING, unescape
from auditor.model.facts import Const, Expr, Format, Opaque


def lower_text(reading: Reading, node: Node) -> Expr:
    """``"a"``, ``@"a"`` and raw texts."""
    text = text_of(reading, node)
    line = line_of(reading, node)
    if node.type == "verbatim_string_literal":
        return Const(text[2:-1].replace('""', '"')[:MAX_STRING], line)
    if node.type == "raw_string_literal":
        inner = [c for c in node.named_children if c.type == "raw_string_content"]
        return Const(text_of(reading, inner[0]).strip()[:MAX_STRING] if inner else "", line)
    return Const(unescape(text.lstrip("u8")[1:-1]), line)


def lower_interpolated(reading: Reading, node: Node) -> Expr:
    """``$"a{x}b"``."""
    parts: list[Expr] = []
    for child in node.named_children:
        line = line_of(reading, child)
        if child.type == "string_content":
            parts.append(Const(unescape(text_of(reading, child)), line))
        elif child.type == "interpolation":
            words = [c for c in named(reading, child) if "brace" not in c.type]
            if words:
                parts.append(lower_expression(reading, words[0]))
    return Format(tuple(parts), line_of(reading, node))


def lower_number(reading: Reading, node: Node) -> Expr:
    """``1``, ``1_000L``, ``0x1f``, ``1.5f``."""
    text = text_of(reading, node).replace("_", "")
    line = line_of(reading, node)
    try:
        if node.type == "real_literal":
            return Const(float(text.rstrip("fFdDmM")), line)
        return Const(int(text.rstrip("lLuU"), 0), line)
    except ValueError:
        return Opaque((), line)
