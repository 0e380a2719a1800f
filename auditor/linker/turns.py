"""Loops of an unknown length that ask which round is the last: ``if attempt == limit - 1``.

The counter and what it is compared with are held against the loop's own bound as they are written,
so a test that is off by one is seen to be so.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import NamedTuple

from auditor.linker.values import NONE, Constant, Values, one
from auditor.model.facts import (
    Attr,
    Binary,
    Call,
    Const,
    Expr,
    For,
    Many,
    Name,
)
from auditor.model.nodes import nodes_in

#: An expression as it is written, without its line, and a number to be added.
Written = tuple[object, int]
COMPARED: dict[str, Callable[[float, float], bool]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


class Turn(NamedTuple):
    """Whether it is the ``last`` round, and what the counter is in that round: one of ``ends``."""

    last: bool
    ends: tuple[Written, ...]


def counter_of(stmt: For) -> tuple[str, tuple[Written, ...]] | None:
    """The name that counts the rounds of a loop, and what it holds in the last one."""
    ends: tuple[Written, ...]
    match stmt.target, stmt.iterable:
        case Name(name), Call(callee=Name("range"), args=args) if 0 < len(args) < 3:
            found = written(args[-1].value)
            ends = ((found[0], found[1] - 1),) if found is not None else ()
        case Many(items=(Name(name), *_)), Call(callee=Name("enumerate"), args=(first, *rest)):
            start = _start(rest[0].value if rest else None)
            lists = [_list_of(e) for e in _zipped(first.value)] if start is not None else []
            ends = tuple((("len", key), (start or 0) - 1) for key in lists if key is not None)
        case _:
            return None
    return (name, ends) if ends and _is_compared(stmt.body, name) else None


def _start(expr: Expr | None) -> int | None:
    match expr:
        case None:
            return 0
        case Const(int() as number):
            return number
        case _:
            return None


def _zipped(expr: Expr) -> list[Expr]:
    match expr:
        case Call(callee=Name("zip"), args=args):
            return [a.value for a in args if a.name is None]
        case _:
            return [expr]


def _list_of(expr: Expr) -> object | None:
    found = written(expr)
    return found[0] if found is not None and found[1] == 0 else None


def written(expr: Expr) -> Written | None:
    """A name, an attribute, a length or a number, with a number added or taken away."""
    match expr:
        case Const(int() as number) if not isinstance(number, bool):
            return "", number
        case Name(id):
            return id, 0
        case Attr(base=base, name=name):
            inner = written(base)
            return ((inner[0], name), 0) if inner is not None and not inner[1] else None
        case Call(callee=Name("len"), args=(first,)):
            inner = written(first.value)
            return (("len", inner[0]), 0) if inner is not None and not inner[1] else None
        case Binary("+" | "-" as op, left, Const(int() as number), _):
            inner = written(left)
            return (inner[0], inner[1] + (number if op == "+" else -number)) if inner else None
        case _:
            return None


def _is_compared(body: object, name: str) -> bool:
    sides = (written(node.left) for node in nodes_in(body) if isinstance(node, Binary))
    return any(side is not None and side[0] == name for side in sides)


def which_round(turns: dict[str, Turn], expr: Binary) -> Values | None:
    """The truth of a comparison of a counter with its bound; None where it is no such thing."""
    left, right = written(expr.left), written(expr.right)
    if left is None or right is None or not isinstance(left[0], str) or left[0] not in turns:
        return None
    turn = turns[left[0]]
    for end, offset in turn.ends:
        if end == right[0]:
            # Both sides less what the counter adds: its last value against the number beside.
            truth = _holds(expr.op, offset, right[1] - left[1], turn.last)
            return one(Constant(truth)) if truth is not None else None
    return None


def rotated(
    counting: Mapping[str, int], names: Mapping[str, Values], expr: Binary, count: Values
) -> Values | None:
    """``(start + n) % count`` in round ``n`` of as many; None for all else.

    Wherever the start is, every position comes up once: they are given in the order of the list.
    """
    match expr.left, count.items:
        case Binary("+", left, right), (Constant(int() as whole, _),) if whole > 0:
            for side in (left, right):
                if isinstance(side, Name) and counting.get(side.id) == whole:
                    return _position(names.get(side.id, NONE), whole)
    return None


def _position(counter: Values, count: int) -> Values | None:
    match counter.items:
        case (Constant(int() as number, _),):
            return one(Constant(number % count))
        case _:
            return None


def _holds(op: str, end: int, other: int, last: bool) -> bool | None:
    """The counter is ``end`` in the last round, and less than that in every other one."""
    compared = COMPARED.get(op)
    if compared is None:
        return None
    if last:
        return compared(end, other)
    highest = end - 1
    # Only where the highest of the other rounds decides it for those below too.
    decides = highest < other or (highest == other and op in (">", "<="))
    return compared(highest, other) if decides else None
