"""Operators, conditions, casts, and the words that take one expression."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.dispatch import lower_expression, lower_inner, lower_loose
from auditor.languages.javascript.reading import Reading, line_of, solid
from auditor.model.facts import Binary, Expr, Ternary, Unary, Yield

_BINARY = {"&&": "and", "||": "or", "??": "or", "===": "==", "!==": "!="}
_UNARY = {"!": "not", "-": "-", "+": "+", "~": "~"}


def lower_binary(reading: Reading, node: Node) -> Expr:
    """Arithmetic, comparisons and logic, in Python's words."""
    children = node.children
    left, operator, right = children if len(children) == 3 else solid(node)
    sign = operator.type
    return Binary(
        _BINARY.get(sign, sign),
        lower_expression(reading, left),
        lower_expression(reading, right),
        line_of(reading, node),
    )


def lower_unary(reading: Reading, node: Node) -> Expr:
    """``!x``, ``-x``; of ``typeof x``, ``void x`` and ``delete x`` only the operand matters."""
    operator, operand = solid(node)
    sign = _UNARY.get(operator.type)
    if sign is None:
        return lower_loose(reading, node)
    return Unary(sign, lower_expression(reading, operand), line_of(reading, node))


def lower_ternary(reading: Reading, node: Node) -> Expr:
    """``test ? then : orelse``."""
    test, _, then, _, orelse = solid(node)
    return Ternary(
        lower_expression(reading, test),
        lower_expression(reading, then),
        lower_expression(reading, orelse),
        line_of(reading, node),
    )


def lower_yield(reading: Reading, node: Node) -> Expr:
    """``yield``, ``yield x``, ``yield* x``."""
    words = solid(node)[1:]
    delegated = bool(words) and words[0].type == "*"
    value = lower_expression(reading, words[-1]) if len(words) > delegated else None
    return Yield(value, delegated, line_of(reading, node))


def lower_cast(reading: Reading, node: Node) -> Expr:
    """``x as T``, ``x satisfies T``, ``x!``, ``f<T>``: the value, whatever its type."""
    return lower_expression(reading, solid(node)[0])


def lower_old_cast(reading: Reading, node: Node) -> Expr:
    """``<T>x``."""
    return lower_expression(reading, solid(node)[-1])


HANDLERS = {
    "parenthesized_expression": lower_inner,
    "binary_expression": lower_binary,
    "unary_expression": lower_unary,
    "ternary_expression": lower_ternary,
    "yield_expression": lower_yield,
    "as_expression": lower_cast,
    "satisfies_expression": lower_cast,
    "non_null_expression": lower_cast,
    "instantiation_expression": lower_cast,
    "type_assertion": lower_old_cast,
}
