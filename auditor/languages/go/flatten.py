"""What remains of a subtree that is nested too deeply: its calls and names, side by side."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.dotted import read_dotted
from auditor.languages.go.reading import Reading, line_of, mark_deep, span_of, text_of
from auditor.model.facts import Call, Expr, Name, Opaque


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
            callee = read_dotted(
                reading, current.children[0], ("selector_expression",), ("identifier",)
            )
            found.append(Call(callee, (), span_of(reading, current)))
        stack.extend(reversed(current.named_children))
    return Opaque(tuple(found), line)
