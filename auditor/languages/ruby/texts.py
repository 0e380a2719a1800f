"""Texts, symbols, and the values that stand in them."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading, named
from auditor.languages.reading import line_of, text_of
from auditor.languages.strings import MAX_STRING, unescape
from auditor.model.facts import Const, Expr, Format, Opaque

_WRITTEN = frozenset({"string_content", "escape_sequence", "heredoc_content"})


def lower_text(reading: Reading, node: Node) -> Expr:
    """``"text #{value}"``, and the same as a symbol, a word of a list, or between two lines."""
    line = line_of(reading, node)
    parts: list[Expr] = []
    written = ""
    for child in node.named_children:
        if child.type in _WRITTEN:
            written += text_of(reading, child)
        elif child.type == "interpolation":
            parts.extend([Const(unescape(written), line)] if written else [])
            parts.extend(lower_expression(reading, word) for word in named(reading, child)[:1])
            written = ""
    parts.extend([Const(unescape(written), line)] if written or not parts else [])
    if len(parts) == 1 and isinstance(parts[0], Const):
        return parts[0]
    return Format(tuple(parts), line)


def lower_chain(reading: Reading, node: Node) -> Expr:
    """``"a" "b"``: one text."""
    parts = tuple(lower_expression(reading, child) for child in named(reading, node))
    return Format(parts, line_of(reading, node))


def lower_symbol(reading: Reading, node: Node) -> Expr:
    """``:name``, and ``name:`` before a value."""
    return Const(text_of(reading, node).strip(":")[:MAX_STRING], line_of(reading, node))


def lower_heredoc(reading: Reading, node: Node) -> Expr:
    """``<<~TEXT``: what stands in the lines below, which are read where they stand."""
    return Opaque((), line_of(reading, node))


def lower_pattern(reading: Reading, node: Node) -> Expr:
    """A regular expression or a command of the shell: no text, whatever is put into it."""
    text = lower_text(reading, node)
    return Opaque(text.parts if isinstance(text, Format) else (), line_of(reading, node))


HANDLERS = {
    **dict.fromkeys(
        ("string", "bare_string", "bare_symbol", "delimited_symbol", "heredoc_body"), lower_text
    ),
    "chained_string": lower_chain,
    "simple_symbol": lower_symbol,
    "hash_key_symbol": lower_symbol,
    "heredoc_beginning": lower_heredoc,
    "regex": lower_pattern,
    "subshell": lower_pattern,
}
