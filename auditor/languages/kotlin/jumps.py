"""What leaves a place instead of giving a value, and what only goes on with one."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression, lower_statement
from auditor.languages.objects.operators import kept_left
from auditor.languages.objects.reading import Reading, Sink, named
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Binary, Const, If, Stmt

JUMPS = frozenset({"return_expression", "throw_expression"})
LEAVES = frozenset({"break", "continue"})
#: A function of the language that does nothing but throw.
FAILS = "error"


def is_jump(reading: Reading, node: Node) -> bool:
    """Whether a value is never there: ``return``, ``throw``, ``break``, ``continue``, ``error``."""
    match node.type:
        case "identifier":
            return text_of(reading, node) in LEAVES
        case "labeled_expression":
            return text_of(reading, node).partition("@")[0] in LEAVES
        case "call_expression":
            words = named(reading, node)
            plain = bool(words) and words[0].type == "identifier"
            return plain and text_of(reading, words[0]) == FAILS
        case kind:
            return kind in JUMPS


def lower_elvis(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``a ?: return``: the rest is only run with a value; ``a ?: b`` is an ordinary choice."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = node.child_by_field_name("operator")
    line = line_of(reading, node)
    elvis = sign is not None and sign.type == "?:"
    if left is None or right is None or not elvis or not is_jump(reading, right):
        out.append(sink(lower_expression(reading, node), line))
        return
    kept = kept_left(reading, node, left, out)
    jump: list[Stmt] = []
    lower_statement(reading, right, jump)
    out.append(If(Binary("==", kept, Const(None, line), line), tuple(jump), (), line))
    out.append(sink(kept, line))
