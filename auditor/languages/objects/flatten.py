"""What remains of a subtree that is nested too deeply: its calls and names, side by side."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, mark_deep, span_of, text_of
from auditor.model.facts import Attr, Call, Expr, Name, Opaque

#: Names of more members than this are cut; it also keeps a walk over all calls linear.
_MOST_MEMBERS = 20


def flatten(reading: Reading, node: Node) -> Opaque:
    """Walk a subtree without recursion."""
    line = mark_deep(reading, node)
    grammar = reading.grammar
    found: list[Expr] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.type in grammar.names:
            found.append(Name(text_of(reading, current), line_of(reading, current)))
            continue
        if current.type in grammar.calls:
            callee = current.child_by_field_name(grammar.calls[current.type])
            if callee is not None:
                found.append(Call(_dotted(reading, callee), (), span_of(reading, current)))
        stack.extend(reversed([c for c in current.named_children if c.type not in grammar.silent]))
    return Opaque(tuple(found), line)


def _dotted(reading: Reading, node: Node) -> Expr:
    parts: list[str] = []
    for _ in range(_MOST_MEMBERS):
        if node.type in reading.grammar.names or not node.named_children:
            break
        parts.append(text_of(reading, node.named_children[-1]))
        node = node.named_children[0]
    line = line_of(reading, node)
    expr: Expr = Opaque((), line)
    if node.type in reading.grammar.names:
        expr = Name(text_of(reading, node), line)
    for part in reversed(parts):
        expr = Attr(expr, part, line)
    return expr
