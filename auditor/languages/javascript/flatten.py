"""What remains of a subtree that is nested too deeply: its calls, names and texts, side by side."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.dotted import read_dotted
from auditor.languages.javascript.reading import (
    ERASED,
    Reading,
    is_misread,
    line_of,
    mark_deep,
    span_of,
    text_of,
    untyped,
)
from auditor.languages.strings import unquote
from auditor.model.facts import Arg, Call, Const, Expr, Mapping, Name, Opaque

_NAMES = frozenset({"identifier", "shorthand_property_identifier", "this", "super"})
_CALLS = frozenset({"call_expression", "new_expression"})
_KEYS = frozenset({"property_identifier", "string"})
_BLOCKS = frozenset({"statement_block", "switch_body"})


def flatten(reading: Reading, node: Node, *, wreckage: bool = False) -> Opaque:
    """Walk a subtree without recursion. ``wreckage`` goes into syntax errors too.

    Blocks are always searched for wreckage: nobody else enters a block that we were handed.
    """
    line = mark_deep(reading, node)
    found: list[Expr] = []
    stack = [(node, wreckage)]
    while stack:
        current, wreckage = stack.pop()
        kind = current.type
        if kind in _NAMES:
            found.append(Name(text_of(reading, current), line_of(reading, current)))
        elif kind == "string":
            found.append(_text(reading, current))
        elif kind in ERASED or (kind == "ERROR" and not wreckage):
            continue
        else:
            if kind in _CALLS and not is_misread(reading, current):
                found.append(_bare_call(reading, current))
            wreckage = wreckage or kind in _BLOCKS
            stack.extend([(child, wreckage) for child in reversed(untyped(current))])
    return Opaque(tuple(found), line)


def _bare_call(reading: Reading, node: Node) -> Call:
    """A call with its dotted name and its simplest arguments; the rest follows beside it."""
    children = node.children
    is_new = node.type == "new_expression"
    callee = children[0]
    if is_new:
        callee = next((child for child in children[1:] if child.is_named), callee)
    last = children[-1]
    args = [_simple(reading, child) for child in last.children if last.type == "arguments"]
    kept = tuple(arg for arg in args if arg is not None)
    name = read_dotted(reading, callee, ("member_expression",), _NAMES)
    return Call(name, kept, span_of(reading, node), False, is_new)


def _simple(reading: Reading, node: Node) -> Arg | None:
    """``{name: "text"}`` as an argument; anything larger is left to the walk."""
    if node.type != "object":
        return None
    texts: list[tuple[Expr | None, Expr]] = []
    for pair in node.children:
        if pair.type != "pair":
            continue
        key, value = pair.children[0], pair.children[-1]
        if key.type in _KEYS and value.type == "string":
            text = text_of(reading, key)
            name = unquote(text) if key.type == "string" else text
            texts.append((Const(name, line_of(reading, key)), _text(reading, value)))
    return Arg(None, Mapping(tuple(texts), line_of(reading, node))) if texts else None


def _text(reading: Reading, node: Node) -> Const:
    return Const(unquote(text_of(reading, node)), line_of(reading, node))
