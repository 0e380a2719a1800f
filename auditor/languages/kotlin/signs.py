"""Signs before a chain: the grammar reads ``!a.b()`` as ``(!a).b()``, and it means ``!(a.b())``."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression, lower_inner
from auditor.languages.objects.operators import UNARY, lower_unary
from auditor.languages.objects.reading import ExpressionHandler, Reading
from auditor.languages.reading import line_of
from auditor.model.facts import Expr, Unary

_CHAINS = frozenset({"call_expression", "navigation_expression", "index_expression"})


def signed(handler: ExpressionHandler) -> ExpressionHandler:
    """The same handler, with the sign before the whole chain."""

    def lower(reading: Reading, node: Node) -> Expr:
        lowered = handler(reading, node)
        sign = None if _goes_on(node) else _sign_of(_head(node))
        return Unary(sign, lowered, line_of(reading, node)) if sign is not None else lowered

    return lower


def lower_operand(reading: Reading, node: Node) -> Expr:
    """``!x``, ``-x``; ``x!!`` is ``x``. The sign of a chain is left to the chain."""
    if any(child.type == "!!" for child in node.children):
        return lower_inner(reading, node)
    argument = node.child_by_field_name("argument")
    if _goes_on(node) and argument is not None:
        return lower_expression(reading, argument)
    return lower_unary(reading, node)


def _goes_on(node: Node) -> bool:
    """Whether something is asked of the value: ``node.x``, ``node()``, ``node!!``."""
    parent = node.parent
    if parent is None or parent.named_child(0) != node:
        return False
    return parent.type in _CHAINS or any(child.type == "!!" for child in parent.children)


def _head(node: Node) -> Node:
    """What a chain begins with."""
    current = node
    while current.type in _CHAINS or any(child.type == "!!" for child in current.children):
        if not current.named_children:
            break
        current = current.named_children[0]
    return current


def _sign_of(node: Node) -> str | None:
    first = node.child(0) if node.type == "unary_expression" else None
    return UNARY.get(first.type) if first is not None else None
