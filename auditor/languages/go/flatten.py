"""What remains of a subtree that is nested too deeply: its calls and names, side by side."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.go.reading import Reading, line_of, mark_deep, span_of, text_of
from auditor.model.facts import Attr, Call, Expr, Name, Opaque

#: Names longer than this many members are cut; it also keeps the walk linear.
_MAX_MEMBERS = 20


def flatten(reading: Reading, node: Node) -> Opaque:
    """Walk a subtree without recursion."""
    line = mark_deep(reading, node)
    found: list[Expr] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.type == "identifier":
            found.append(Name(text_of(reading, current), line_of(reading, current)))
            continue
        if current.type == "call_expression":
            callee = _dotted(reading, current.children[0])
            found.append(Call(callee, (), span_of(reading, current)))
        stack.extend(reversed(current.named_children))
    return Opaque(tuple(found), line)


def _dotted(reading: Reading, node: Node) -> Expr:
    names: list[Node] = []
    while node.type == "selector_expression" and len(names) < _MAX_MEMBERS:
        names.append(node.children[-1])
        node = node.children[0]
    line = line_of(reading, node)
    dotted: Expr = Opaque((), line)
    if node.type == "identifier":
        dotted = Name(text_of(reading, node), line)
    for name in reversed(names):
        dotted = Attr(dotted, text_of(reading, name), line)
    return dotted
