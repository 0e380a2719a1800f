"""Numbers, and words that are values, as most languages with classes write them."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Const, Expr, Opaque


def lower_constant(reading: Reading, node: Node) -> Expr:
    """``true``, ``false``, and the word of the language for nothing."""
    word = text_of(reading, node).lower()
    return Const({"true": True, "false": False}.get(word), line_of(reading, node))


def lower_number(reading: Reading, node: Node) -> Expr:
    """``1``, ``1_000L``, ``0x1f``, ``1.5f``; a number that is written otherwise is not known."""
    text = text_of(reading, node).replace("_", "").lower()
    line = line_of(reading, node)
    try:
        if text.startswith(("0x", "0b", "0o")):
            return Const(int(text.rstrip("lu"), 0), line)
        whole = text.rstrip("lu")
        if whole.isdigit():
            return Const(int(whole), line)
        return Const(float(text.rstrip("fdm")), line)
    except ValueError:
        return Opaque((), line)
