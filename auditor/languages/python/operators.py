"""Operators, comparisons, conditions, and the words that take one expression."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.python.dispatch import lower_each, lower_expression, lower_loose
from auditor.languages.python.reading import Reading, line_of, mark_deep, solid
from auditor.model.facts import (
    Assigned,
    Attr,
    Await,
    Binary,
    Call,
    Const,
    Expr,
    Name,
    Opaque,
    Ternary,
    Unary,
    Yield,
)

# a < b < c ... becomes nested; longer chains are a curiosity that would only nest too deeply.
_MAX_CHAIN = 20


def lower_parenthesized(reading: Reading, node: Node) -> Expr:
    """What the parentheses hold."""
    inner = solid(node)
    return lower_expression(reading, inner[1]) if len(inner) > 1 else lower_loose(reading, node)


def lower_binary(reading: Reading, node: Node) -> Expr:
    """Arithmetic, ``and`` and ``or``."""
    children = node.children
    left, operator, right = children if len(children) == 3 else solid(node)
    return Binary(
        operator.type,
        lower_expression(reading, left),
        lower_expression(reading, right),
        line_of(reading, node),
    )


def lower_comparison(reading: Reading, node: Node) -> Expr:
    """``a < b``, and ``a < b < c`` as ``a < b and b < c``."""
    children = solid(node)
    line = line_of(reading, node)
    operands = [lower_expression(reading, operand) for operand in children[::2]]
    if len(operands) > _MAX_CHAIN:
        mark_deep(reading, node)
        return Opaque(tuple(operands), line)
    left = operands[0]
    chain: Expr | None = None
    for operator, right in zip(children[1::2], operands[1:], strict=True):
        op = operator.type
        pair = Binary("!=" if op == "<>" else op, left, right, line)
        chain = pair if chain is None else Binary("and", chain, pair, line)
        left = _again(right, line)
    return left if chain is None else chain


def _again(operand: Expr, line: int) -> Expr:
    """The middle of a chain stands twice in the tree, but its calls must not."""
    base = operand
    while isinstance(base, Attr):
        base = base.base
    return operand if isinstance(base, (Name, Const)) else Opaque((), line)


def lower_unary(reading: Reading, node: Node) -> Expr:
    """``not x``, ``-x``, ``~x``."""
    operator, operand = solid(node)
    return Unary(operator.type, lower_expression(reading, operand), line_of(reading, node))


def lower_conditional(reading: Reading, node: Node) -> Expr:
    """``then if test else orelse``."""
    then, _, test, _, orelse = solid(node)
    return Ternary(
        lower_expression(reading, test),
        lower_expression(reading, then),
        lower_expression(reading, orelse),
        line_of(reading, node),
    )


def lower_await(reading: Reading, node: Node) -> Expr:
    """``await f()`` marks the call; an await of anything else stands for itself."""
    value = lower_expression(reading, solid(node)[-1])
    if isinstance(value, Call):
        return value._replace(awaited=True)
    return Await(value, line_of(reading, node))


def lower_yield(reading: Reading, node: Node) -> Expr:
    """``yield``, ``yield x``, ``yield from x``; makes a generator of the function around it."""
    reading.yields = True
    words = solid(node)
    delegated = len(words) > 1 and words[1].type == "from"
    values = words[2 if delegated else 1 :]
    value = lower_expression(reading, values[0]) if values else None
    return Yield(value, delegated, line_of(reading, node))


def lower_walrus(reading: Reading, node: Node) -> Expr:
    """``name := value``."""
    target, _, value = solid(node)
    return Assigned(
        lower_expression(reading, target), lower_expression(reading, value), line_of(reading, node)
    )


def lower_as(reading: Reading, node: Node) -> Expr:
    """``value as name`` where the statement around it did not claim it."""
    value, _, target = solid(node)
    return Assigned(
        lower_as_target(reading, target), lower_expression(reading, value), line_of(reading, node)
    )


def lower_as_target(reading: Reading, node: Node) -> Expr:
    """The target after ``as``."""
    targets = lower_each(reading, node.children)
    return targets[0] if targets else Opaque((), line_of(reading, node))


HANDLERS = {
    "parenthesized_expression": lower_parenthesized,
    "binary_operator": lower_binary,
    "boolean_operator": lower_binary,
    "comparison_operator": lower_comparison,
    "not_operator": lower_unary,
    "unary_operator": lower_unary,
    "conditional_expression": lower_conditional,
    "await": lower_await,
    "yield": lower_yield,
    "named_expression": lower_walrus,
    "as_pattern": lower_as,
}
