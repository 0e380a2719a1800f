"""Assignments, as statements and as values."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.dispatch import lower_named
from auditor.languages.javascript.patterns import Binder
from auditor.languages.javascript.reading import Reading, line_of, solid, text_of
from auditor.model.facts import (
    Assign,
    Assigned,
    Attr,
    Binary,
    Const,
    Expr,
    Index,
    Name,
    Opaque,
    Stmt,
)

_LOGICAL = {"||=": "or", "??=": "or", "&&=": "and"}


def lower_assignment_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``a = b = value``: each assignment is the right side of the one before it."""
    lefts: list[Node] = []
    right = node
    while right.type == "assignment_expression":
        words = solid(right)
        lefts.append(words[0])
        right = words[-1]
    value = lower_named(reading, right, _name(reading, lefts[-1]))
    binder = Binder(reading, reading.assigned)
    if len(lefts) == 1:
        binder.bind(lefts[0], value, out)
        return
    after: list[Stmt] = []
    targets = tuple([binder.target(left, after) for left in lefts])
    out.append(Assign(targets, value, None, "", line_of(reading, node)))
    out.extend(after)


def _name(reading: Reading, target: Node) -> str:
    """What a function goes by that is assigned to this target."""
    if target.type == "member_expression":
        target = target.children[-1]
    return text_of(reading, target) if target.type.endswith("identifier") else "<lambda>"


def lower_assignment(reading: Reading, node: Node) -> Expr:
    """``(target = value)``; a pattern becomes several assignments."""
    words = solid(node)
    line = line_of(reading, node)
    after: list[Stmt] = []
    target = Binder(reading, reading.assigned).target(words[0], after)
    value = lower_named(reading, words[-1], _name(reading, words[0]))
    assigned = Assigned(target, value, line)
    if not after:
        return assigned
    parts: list[Expr] = [assigned]
    for stmt in after:
        if isinstance(stmt, Assign) and stmt.value is not None:
            parts.append(Assigned(stmt.targets[0], stmt.value, stmt.line))
    return Opaque(tuple(parts), line)


def lower_augmented_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``a += b``; ``a ||= b`` is ``a = a or b``."""
    left, sign, right = solid(node)
    target = Binder(reading, reading.assigned).target(left, [])
    value = lower_named(reading, right, _name(reading, left))
    op = sign.type
    line = line_of(reading, node)
    if op in _LOGICAL and _is_repeatable(target):
        value, op = Binary(_LOGICAL[op], target, value, line), ""
    out.append(Assign((target,), value, None, op, line))


def lower_augmented(reading: Reading, node: Node) -> Expr:
    """``(a += b)``."""
    left, sign, right = solid(node)
    target = Binder(reading, reading.assigned).target(left, [])
    value = lower_named(reading, right, _name(reading, left))
    op = _LOGICAL.get(sign.type, sign.type[:-1])
    return _changed(target, op, value, line_of(reading, node))


def lower_update_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``i++``."""
    target, op = _updated(reading, node)
    line = line_of(reading, node)
    out.append(Assign((target,), Const(1, line), None, f"{op}=", line))


def lower_update(reading: Reading, node: Node) -> Expr:
    """``(i++)``."""
    target, op = _updated(reading, node)
    line = line_of(reading, node)
    return _changed(target, op, Const(1, line), line)


def _updated(reading: Reading, node: Node) -> tuple[Expr, str]:
    first, last = solid(node)
    operand, sign = (first, last) if first.is_named else (last, first)
    return Binder(reading, reading.assigned).target(operand, []), sign.type[:1]


def _changed(target: Expr, op: str, value: Expr, line: int) -> Expr:
    """The target stands twice in the result, but its calls must not."""
    if _is_repeatable(target):
        return Assigned(target, Binary(op, target, value, line), line)
    return Opaque((target, value), line)


def _is_repeatable(target: Expr) -> bool:
    while isinstance(target, (Attr, Index)):
        if isinstance(target, Index) and not isinstance(target.key, (Name, Const)):
            return False
        target = target.base
    return isinstance(target, Name)


STATEMENTS = {
    "assignment_expression": lower_assignment_statement,
    "augmented_assignment_expression": lower_augmented_statement,
    "update_expression": lower_update_statement,
}
HANDLERS = {
    "assignment_expression": lower_assignment,
    "augmented_assignment_expression": lower_augmented,
    "update_expression": lower_update,
}
