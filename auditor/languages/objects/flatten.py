"""What remains of a subtree that is nested too deeply: its calls and names, side by side."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.dotted import read_dotted
from auditor.languages.objects.reading import Reading, named
from auditor.languages.reading import line_of, mark_deep, span_of, text_of
from auditor.model.facts import Call, Expr, Name, Opaque


def flatten(reading: Reading, node: Node) -> Opaque:
    """Walk a subtree without recursion."""
    line = mark_deep(reading, node)
    grammar = reading.grammar
    names = grammar.names | grammar.bare
    found: list[Expr] = []
    stack = [node]
    while stack:
        current = stack.pop()
        if current.type in names:
            found.append(Name(text_of(reading, current), line_of(reading, current)))
            continue
        if current.type in grammar.calls:
            field = grammar.calls[current.type]
            callee = current.child_by_field_name(field) if field else current.named_child(0)
            if callee is not None:
                name = read_dotted(reading, callee, grammar.members, names)
                found.append(Call(name, (), span_of(reading, current)))
        stack.extend(reversed(named(reading, current)))
    return Opaque(tuple(found), line)
