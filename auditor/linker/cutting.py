"""Parts of lists: ``providers[1:]``."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.turns import written
from auditor.linker.values import Constant, Sequence, Value, Values, join, one
from auditor.linker.world import World
from auditor.model.facts import Binary, Const, Index, Many
from auditor.model.nodes import SLICE

#: Nothing is cut off.
_ALL = slice(None, None, None)


def part_of(world: World, frame: Frame, base: Values, expr: Index) -> Values | None:
    """``base[start:stop:step]``; None where the key is no such part."""
    if not isinstance(expr.key, Many) or expr.key.kind != SLICE:
        return None
    cut = _slice([world.evaluate(frame, bound) for bound in expr.key.items])
    site = (frame.path, expr.line)
    return join(*(_part(world, holder, cut, site) for holder in base.items))


def _part(world: World, holder: Value, cut: slice | None, site: tuple[str, int]) -> Values:
    heap = world.heap
    if not isinstance(holder, Sequence):
        return one(holder) if cut == _ALL else world.get_item(holder, None)
    items = heap.items.get(holder.number, ())
    if not items or cut == _ALL:
        return one(holder)
    if cut is not None and cut.stop == 0 and cut.step is None:
        return one(heap.sequence(site, ()))
    kept = items[cut] if cut is not None else ()
    if not kept or not (heap.is_whole(holder) or _is_rest(cut)):
        return some_of(world, holder, site)
    made = heap.sequence(site, kept)
    if heap.is_whole(holder):
        heap.counted.add(made.number)
    return one(made)


def some_of(world: World, whole: Sequence, site: tuple[str, int]) -> Values:
    """A list of which nobody knows how many items of another are in it, and which."""
    items = world.heap.items.get(whole.number, ())
    return one(world.heap.sequence(site, (join(*items),))) if items else one(whole)


def rotated_list(world: World, frame: Frame, expr: Binary) -> Values | None:
    """``all[start:] + all[:start]``: all of them, beginning anywhere; None for any other sum."""
    match expr.left, expr.right:
        case (
            Index(base=base, key=Many(kind="slice", items=(start, Const(None), Const(None)))),
            Index(base=other, key=Many(kind="slice", items=(Const(None), end, Const(None)))),
        ) if written(base) == written(other) is not None and written(start) == written(end):
            pass
        case _:
            return None
    if isinstance(start, Const) or written(start) is None:
        return None
    match world.evaluate(frame, base).items:
        case (Sequence(number),):
            items = world.heap.items.get(number, ())
            return one(world.heap.reordered((frame.path, expr.line), items)) if items else None
        case _:
            return None


def _is_rest(cut: slice | None) -> bool:
    """Whether it is all behind some item: what is added elsewhere comes on top."""
    start = cut.start if cut is not None else None
    return (
        cut is not None
        and start is not None
        and start >= 0
        and (cut.stop, cut.step) == (None, None)
    )


def _slice(bounds: list[Values]) -> slice | None:
    """The bounds as they stand; None where one of them is not known."""
    found: list[int | None] = []
    for values in bounds:
        match values.items:
            case (Constant(value=int() | None as bound),):
                found.append(bound)
            case _:
                return None
    return slice(*found) if found[2] != 0 else None
