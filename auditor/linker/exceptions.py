"""Exception types as values: their qualified names."""

from __future__ import annotations

from auditor.linker.values import (
    CaughtError,
    ClassRef,
    Constant,
    External,
    Foreign,
    Instance,
    Value,
    Values,
)
from auditor.linker.world import World


def exception_types(world: World, values: Values) -> tuple[str, ...]:
    """The qualified names of the exception types in a value, ``?`` for those not known."""
    found = dict.fromkeys(type_name(world, value) for value in world.heap.leaves(values))
    return tuple(found) or ("?",)


def type_name(world: World, value: Value) -> str:
    """The qualified name of a type, ``path:name`` for the repository's own, else ``?``."""
    match value:
        case External(name):
            return name
        case ClassRef(number):
            return f"{world.classes[number].path}:{world.classes[number].qualname}"
        case _:
            return "?"


def thrown_types(world: World, values: Values) -> tuple[tuple[str, ...], ...]:
    """What raising the values may raise: a type each, none for the caught error that goes on."""
    found: dict[tuple[str, ...], None] = {}
    for value in values.items:
        match value:
            case CaughtError(""):
                found[()] = None
            case Constant():
                # Nobody raises None: whoever sees it raised has put an error there before.
                continue
            case Instance(cls=number):
                found[(type_name(world, ClassRef(number)),)] = None
            case Foreign(name):
                found[(name,)] = None
            case _:
                found[(type_name(world, value),)] = None
    return tuple(found) or (("?",),)
