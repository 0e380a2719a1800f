"""``+`` and ``-``: numbers, texts, and lists put together."""

from __future__ import annotations

from itertools import product

from auditor.linker.frame import Frame
from auditor.linker.strings import concatenate
from auditor.linker.values import UNKNOWN, Constant, Sequence, Text, Values, join, one, prefer
from auditor.linker.world import World

#: Lists that may be one of several are added one by one up to this many sums.
MOST_LISTS = 4


def calculated(op: str, left: Values, right: Values) -> Values:
    """The sum or difference of two numbers: ``limit - 1``."""
    match left.items, right.items:
        case (Constant(int() as a, env),), (Constant(int() as b, other),) if op in ("+", "-"):
            return one(Constant(a + b if op == "+" else a - b, (*env, *other)))
        case (first, *_), _ if left.decided:
            shipped = calculated(op, one(first), right)
            return prefer(shipped, UNKNOWN)
        case _:
            return UNKNOWN


def added(world: World, frame: Frame, line: int, left: Values, right: Values) -> Values:
    """``left + right``."""
    sides = [[v for v in side.items if isinstance(v, Sequence)] for side in (left, right)]
    if any(sides):
        several = list(product(*(side for side in sides if side)))
        if len(several) > MOST_LISTS:
            several = [tuple(v for side in sides for v in side)]
        return join(*(_joined(world, frame, line, lists) for lists in several))
    if any(isinstance(v, Text) for v in (*left.items, *right.items)):
        return concatenate([left, right])
    return calculated("+", left, right)


def _joined(world: World, frame: Frame, line: int, lists: tuple[Sequence, ...]) -> Values:
    heap = world.heap
    items = tuple(item for v in lists for item in heap.items.get(v.number, ()))
    made = heap.sequence((frame.path, line), items)
    if all(map(heap.is_whole, lists)):
        heap.counted.add(made.number)
    return one(made)
