"""Operators and conditions, in Python's words."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.objects.dispatch import lower_expression, lower_first, lower_loose
from auditor.languages.objects.reading import Reading, named, place_name
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Assign,
    Assigned,
    Attr,
    Binary,
    Call,
    Closure,
    Const,
    Expr,
    Function,
    Index,
    Name,
    Raise,
    Stmt,
    Ternary,
    Unary,
)
from auditor.model.source import Span

_BINARY = {
    "&&": "and", "||": "or", "??": "or", "?:": "or", "===": "==", "!==": "!=", "<>": "!=", ".": "+",
}  # fmt: skip
UNARY = {"!": "not", "-": "-", "+": "+", "~": "~"}


def sign_of(written: str) -> str:
    """An operator between two values in Python's words; those of PHP may be in capitals."""
    return _BINARY.get(written, written.lower())


def lower_binary(reading: Reading, node: Node) -> Expr:
    """Arithmetic, comparisons, logic, and texts put together."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = node.child_by_field_name("operator")
    if left is None or right is None or sign is None:
        return lower_loose(reading, node)
    return Binary(
        sign_of(text_of(reading, sign)),
        lower_expression(reading, left),
        lower_expression(reading, right),
        line_of(reading, node),
    )


def lower_unary(reading: Reading, node: Node) -> Expr:
    """``!x``, ``-x``."""
    operand = named(reading, node)
    sign = UNARY.get(node.children[0].type) if node.children else None
    if sign is None or len(operand) != 1:
        return lower_loose(reading, node)
    return Unary(sign, lower_expression(reading, operand[0]), line_of(reading, node))


def lower_ternary(reading: Reading, node: Node) -> Expr:
    """``test ? then : orelse``."""
    parts = [node.child_by_field_name(n) for n in ("condition", "consequence", "alternative")]
    lowered = [lower_expression(reading, part) for part in parts if part is not None]
    if len(lowered) != len(parts):
        return lower_loose(reading, node)
    return Ternary(lowered[0], lowered[1], lowered[2], line_of(reading, node))


def lower_index(reading: Reading, node: Node) -> Expr:
    """``items[key]``."""
    words = named(reading, node)
    if len(words) != 2:
        return lower_loose(reading, node)
    base, key = (lower_expression(reading, word) for word in words)
    return Index(base, key, line_of(reading, node))


def held(subject: Expr, name: str) -> tuple[Expr, Expr]:
    """An expression and what stands for its value later, so that it is evaluated once."""
    if isinstance(subject, Name | Const) or (
        isinstance(subject, Attr) and isinstance(subject.base, Name)
    ):
        return subject, subject
    line = getattr(subject, "line", 0)
    kept = Name(name, line)
    return Assigned(kept, subject, line), kept


def kept_left(reading: Reading, node: Node, left: Node, out: list[Stmt]) -> Expr:
    """The left side of a choice, evaluated here once, by the name under which it is kept."""
    value, kept = held(lower_expression(reading, left), place_name(reading, "value", node))
    if isinstance(value, Assigned):
        out.append(Assign((value.target,), value.value, None, "", line_of(reading, node)))
    return kept


def ended(reading: Reading, node: Node) -> Raise:
    """The program ends: nothing behind it is run."""
    line = line_of(reading, node)
    return Raise(Call(Name("exit", line), (), span_of(reading, node)), line)


def run_at_once(body: tuple[Stmt, ...], span: Span) -> Expr:
    """A block in the place of a value: a function without a name, called where it stands."""
    function = Function("<lambda>", (), body, (), None, False, False, span)
    return Call(Closure(function), (), span)


def lower_thrown(reading: Reading, node: Node) -> Expr:
    """``throw`` in the place of a value."""
    error = Raise(lower_first(reading, node), line_of(reading, node))
    return run_at_once((error,), span_of(reading, node))
