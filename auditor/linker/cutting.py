"""Parts of lists: ``providers[1:]``."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.values import Constant, Sequence, Value, Values, join, one
from auditor.linker.world import World
from auditor.model.facts import Index, Many
from auditor.model.nodes import SLICE


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
        return world.get_item(holder, None)
    items = heap.items.get(holder.number, ())
    if not items:
        return one(holder)
    kept = items[cut] if cut is not None else ()
    if not kept or not heap.is_whole(holder):
        # How many are left, and which, nobody knows: more may have been put in elsewhere.
        return one(heap.sequence(site, (join(*items),)))
    made = heap.sequence(site, kept)
    heap.counted.add(made.number)
    return one(made)


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
