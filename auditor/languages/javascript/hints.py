"""Type annotations: names, generics and alternatives are kept, other types say nothing to us."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.reading import MAX_DEPTH, Reading, line_of, solid, text_of
from auditor.model.facts import Attr, Binary, Const, Expr, Index, Many, Name

_NAMES = frozenset({"identifier", "type_identifier", "predefined_type"})
_NOTHING = frozenset({"null", "undefined"})
_INSIDE = frozenset({"readonly_type", "parenthesized_type"})


def lower_annotation(reading: Reading, node: Node) -> Expr | None:
    """The type behind the colon of an annotation."""
    return lower_type(reading, solid(node)[-1])


def lower_type(reading: Reading, node: Node) -> Expr | None:
    """A type as an expression, None where it is more than names."""
    if reading.depth >= MAX_DEPTH:
        return None
    reading.depth += 1
    hint = _lower_type(reading, node)
    reading.depth -= 1
    return hint


def _lower_type(reading: Reading, node: Node) -> Expr | None:
    kind = node.type
    line = line_of(reading, node)
    if kind in _NAMES:
        return Name(text_of(reading, node), line)
    words = solid(node)
    if kind == "nested_type_identifier" or kind == "nested_identifier":
        base = lower_type(reading, words[0])
        return Attr(base, text_of(reading, words[-1]), line) if base else None
    if kind == "generic_type":
        return _generic(reading, words, line)
    if kind == "array_type":
        item = lower_type(reading, words[0])
        return Index(Name("Array", line), item, line) if item else None
    if kind == "union_type":
        return _union(reading, words, line)
    if kind in _INSIDE:
        return lower_type(reading, words[1])
    if kind == "literal_type" and words[0].type in _NOTHING:
        return Const(None, line)
    return None


def _generic(reading: Reading, words: list[Node], line: int) -> Expr | None:
    """``Promise<Answer>``; without arguments that we know, the base alone."""
    base = lower_type(reading, words[0])
    arguments = [word for word in solid(words[-1])[1:-1] if word.is_named]
    keys = [lower_type(reading, word) for word in arguments]
    known = tuple(key for key in keys if key is not None)
    if base is None or not known or len(known) < len(keys):
        return base
    return Index(base, known[0] if len(known) == 1 else Many("tuple", known, line), line)


def _union(reading: Reading, words: list[Node], line: int) -> Expr | None:
    """``A | B``. The parser nests them to the left."""
    parts = [lower_type(reading, word) for word in words if word.is_named]
    joined: Expr | None = None
    for part in parts:
        if part is None:
            return None
        joined = part if joined is None else Binary("|", joined, part, line)
    return joined
