"""Type annotations and type parameters, which have syntax nodes of their own."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.python.dispatch import lower_each, lower_expression, lower_loose
from auditor.languages.python.displays import lower_items
from auditor.languages.python.reading import Reading, line_of, name_of, solid, text_of
from auditor.model.facts import Attr, Binary, Evaluate, Expr, Index, Star, Stmt


def lower_type(reading: Reading, node: Node) -> Expr:
    """The wrapper around every annotation."""
    inner = lower_each(reading, node.children)
    return inner[0] if len(inner) == 1 else lower_loose(reading, node)


def lower_generic(reading: Reading, node: Node) -> Expr:
    """``list[int]``."""
    base, parameters = solid(node)
    line = line_of(reading, node)
    keys = solid(parameters)[1:-1]
    return Index(lower_expression(reading, base), lower_items(reading, keys, line), line)


def lower_union(reading: Reading, node: Node) -> Expr:
    """``X | Y``."""
    left, _, right = solid(node)
    return Binary(
        "|",
        lower_expression(reading, left),
        lower_expression(reading, right),
        line_of(reading, node),
    )


def lower_member(reading: Reading, node: Node) -> Expr:
    """``list[int].name``."""
    base, _, name = solid(node)
    return Attr(lower_expression(reading, base), name_of(reading, name), line_of(reading, node))


def lower_splat(reading: Reading, node: Node) -> Expr:
    """``*Ts``."""
    return Star(lower_expression(reading, solid(node)[-1]), line_of(reading, node))


def keep_type_parameters(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Type parameters are dropped, except for what their bounds call."""
    if "(" in text_of(reading, node):
        out.append(Evaluate(lower_loose(reading, node), line_of(reading, node)))


HANDLERS = {
    "type": lower_type,
    "generic_type": lower_generic,
    "union_type": lower_union,
    "member_type": lower_member,
    "splat_type": lower_splat,
}
