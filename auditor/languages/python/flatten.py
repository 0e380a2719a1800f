"""What remains of a subtree that is nested too deeply: its calls, names and texts, side by side."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.dotted import read_dotted
from auditor.languages.python.reading import (
    Reading,
    line_of,
    mark_deep,
    name_of,
    span_of,
    text_of,
)
from auditor.languages.python.strings import unquote
from auditor.model.facts import Arg, Call, Const, Expr, Name, Opaque

# Their other parts are names of attributes and parameters, which are no expressions.
_ONLY_LAST = frozenset({"keyword_argument", "default_parameter", "typed_default_parameter"})


def flatten(reading: Reading, node: Node, *, wreckage: bool = False) -> Opaque:
    """Walk a subtree without recursion. ``wreckage`` goes into syntax errors too."""
    line = mark_deep(reading, node)
    found: list[Expr] = []
    stack = [node]
    while stack:
        current = stack.pop()
        kind = current.type
        if kind == "identifier":
            found.append(Name(name_of(reading, current), line_of(reading, current)))
        elif kind == "string" and not _has_parts(current):
            found.extend(_text(reading, current))
        elif kind == "attribute":
            stack.append(current.children[0])
        elif kind in _ONLY_LAST:
            stack.append(current.children[-1])
        elif kind == "ERROR" and not wreckage:
            continue
        else:
            if kind == "call":
                found.append(_bare_call(reading, current))
            stack.extend(reversed(current.children))
    return Opaque(tuple(found), line)


def _bare_call(reading: Reading, node: Node) -> Call:
    """A call with its dotted name and its simplest arguments; the rest follows beside it."""
    callee = node.children[0]
    last = node.children[-1]
    args = tuple(
        arg
        for child in (last.children if last.type == "argument_list" else ())
        if (arg := _keyword(reading, child)) is not None
    )
    name = read_dotted(reading, callee, ("attribute",), ("identifier",), name_of)
    return Call(name, args, span_of(reading, node))


def _keyword(reading: Reading, node: Node) -> Arg | None:
    """``name="text"`` as an argument; anything larger is left to the walk."""
    if node.type != "keyword_argument":
        return None
    value = node.children[-1]
    if value.type != "string" or _has_parts(value):
        return None
    texts = _text(reading, value)
    return Arg(name_of(reading, node.children[0]), texts[0]) if texts else None


def _has_parts(string: Node) -> bool:
    return any(child.type == "interpolation" for child in string.children)


def _text(reading: Reading, node: Node) -> list[Expr]:
    value = unquote(text_of(reading, node))
    return [] if value is None else [Const(value, line_of(reading, node))]
