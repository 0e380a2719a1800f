"""Where the grammar groups words otherwise than Python does, put right after lowering.

``[*f(x)]`` is read as a call of ``*f``, ``type(a).b = c`` as a type alias named ``(a).b``, and
``with a if b else c as d`` as an ``as`` within the ``else``.
"""

from __future__ import annotations

from collections.abc import Callable

from auditor.model.facts import (
    Assigned,
    Attr,
    Binary,
    Call,
    Expr,
    Index,
    Star,
    Ternary,
)


def hoist_star(expression: Expr, shift: int, line: int) -> Expr:
    """Move a star from the leftmost operand to the front of all that it spreads.

    Calls on the way begin after the star and its spaces, ``shift`` columns further right.
    """
    if isinstance(expression, Star):
        return expression

    def unstar(leftmost: Expr) -> Expr:
        return leftmost.value if isinstance(leftmost, Star) else leftmost

    return Star(change_leftmost(expression, unstar, shift), line)


def change_leftmost(expression: Expr, change: Callable[[Expr], Expr], shift: int) -> Expr:
    """Rebuild an expression around a change of the operand with which its text begins."""
    if isinstance(expression, (Attr, Index)):
        return expression._replace(base=change_leftmost(expression.base, change, shift))
    if isinstance(expression, Call):
        span = expression.span
        moved = span._replace(column=max(0, span.column + shift))
        callee = change_leftmost(expression.callee, change, shift)
        return expression._replace(callee=callee, span=moved)
    if isinstance(expression, Binary):
        return expression._replace(left=change_leftmost(expression.left, change, shift))
    if isinstance(expression, Ternary):
        return expression._replace(then=change_leftmost(expression.then, change, shift))
    return change(expression)


def split_as(expression: Expr) -> tuple[Expr, Expr | None]:
    """Take ``as target`` out of the last branch of a conditional."""
    if isinstance(expression, Assigned):
        return expression.value, expression.target
    if isinstance(expression, Ternary):
        branch, target = split_as(expression.orelse)
        return expression._replace(orelse=branch), target
    return expression, None
