"""Attributes that mean something of their own: names of packages, fields, promoted methods."""

from __future__ import annotations

from auditor.linker.attributes import instance_attribute
from auditor.linker.classes import class_attribute, find_method
from auditor.linker.go.packages import member_of
from auditor.linker.go.settings import from_outside
from auditor.linker.go.types import words
from auditor.linker.values import (
    NONE,
    Constant,
    Foreign,
    ForeignMember,
    Instance,
    Module,
    Table,
    Text,
    Value,
    Values,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import World

NIL = one(Constant(None))
#: Under this key a record of a library's type keeps the name of the type.
TYPE = "<type>"


def attribute(world: World, value: Value, name: str) -> Values | None:
    """``value.name``, None where the common rules hold."""
    match value:
        case Module(path):
            return member_of(world, path, name)
        case Table(number):
            return _of_record(world, number, name)
        case Instance():
            return _of_instance(world, value, name)
        case _:
            return None


def _of_record(world: World, number: int, name: str) -> Values | None:
    entries = world.heap.entries.get(number, {})
    if name in entries or TYPE not in entries:
        return entries.get(name)
    for kind in entries[TYPE].items:
        if isinstance(kind, Text):
            return one(ForeignMember(Foreign(kind.text, ("", 0)), name))
    return None


def _of_instance(world: World, value: Instance, name: str) -> Values | None:
    """What a file or variable gives to a field, or an embedded field lends to the record."""
    if world.heap.load(value, name) or find_method(world, value.cls, name) is not None:
        return None
    given = from_outside(world, value, name)
    if given is not None:
        return given
    lenders = words(world.classes[value.cls].node, "embeds")
    if name in lenders:
        return None
    if class_attribute(world, value.cls, name) is not None:
        # What its type promises may not be there yet: it is nil at first.
        return join(instance_attribute(world, value, name), NIL)
    found: list[Values] = []
    for lender in lenders:
        held = world.heap.load(value, lender) or class_attribute(world, value.cls, lender) or NONE
        found.extend(world.get_attribute(inner, name) for inner in held.items)
    known = [values for values in found if not is_unknown(values)]
    return join(*known) if known else None
