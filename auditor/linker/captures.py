"""What the names in a pattern capture of the value that is matched."""

from __future__ import annotations

from auditor.linker.classes import lineage
from auditor.linker.values import (
    UNKNOWN,
    ClassRef,
    Instance,
    Sequence,
    Table,
    Unknown,
    Value,
    Values,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.facts import Case

Step = tuple[str, str | int]


def captured(world: World, subject: Values, case: Case) -> dict[str, Values]:
    """The names that the pattern of a case binds."""
    found: dict[str, Values] = {}
    for name, place in zip(case.binds, case.places, strict=True):
        values = subject
        for step in place:
            values = _part(world, values, step)
        found[name] = values
    return found


def _part(world: World, values: Values, step: Step) -> Values:
    """One step down; what cannot match the pattern is left out."""
    parts = [_of(world, value, step) for value in values.items]
    known = [p for p in parts if p is not None and not is_unknown(p)]
    open_ = any(isinstance(v, Unknown) for v in values.items) or not known
    return join(*known, UNKNOWN) if open_ else join(*known)


def _of(world: World, value: Value, step: Step) -> Values | None:
    match step, value:
        case ("attribute", str() as name), Instance():
            return world.get_attribute(value, name)
        case ("field", int() as position), Instance(cls=cls):
            names = _fields(world, cls)
            return world.get_attribute(value, names[position]) if position < len(names) else None
        case ("key", str() as key), Table():
            return world.get_item(value, key or None)
        case ("item", int() as position), Sequence():
            return world.get_item(value, position)
        case ("rest", _), Sequence() | Table():
            return one(value)
        case _:
            return None


def _fields(world: World, number: int) -> list[str]:
    """The fields of a record in the order in which its class lists them."""
    names: dict[str, None] = {}
    for cls in reversed(lineage(world, number)):
        frame = (
            world.frame_of(world.classes[cls.number].frame) if isinstance(cls, ClassRef) else None
        )
        if frame is not None:
            names.update(dict.fromkeys(frame.declared))
    return list(names)
