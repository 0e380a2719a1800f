"""Exception types as values: their qualified names."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.values import ClassRef, External, Sequence, Values
from auditor.linker.world import World


def exception_types(world: World, values: Values) -> tuple[str, ...]:
    """The qualified names of the exception types in a value, ``?`` for those not known."""
    found: list[str] = []
    for value in values.items:
        found.extend(_exception_name(world, value))
    return tuple(dict.fromkeys(found)) or ("?",)


def _exception_name(world: World, value: object) -> Iterator[str]:
    match value:
        case External(name):
            yield name
        case ClassRef(number):
            yield f"{world.classes[number].path}:{world.classes[number].qualname}"
        case Sequence(number):
            for values in world.heap.items.get(number, ()):
                for item in values.items:
                    yield from _exception_name(world, item)
        case _:
            yield "?"
