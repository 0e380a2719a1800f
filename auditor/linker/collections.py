"""Attributes that a library's class decorator fills: what all methods of one mark return."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.definitions import FunctionInfo
from auditor.linker.values import Instance, Values, one
from auditor.linker.world import World


def collected(world: World, instance: Instance, name: str) -> Values | None:
    """The list under this attribute; None where no decorator of the class fills it."""
    for mark in sorted(world.marks.get(instance.cls, ())):
        for rule in world.rules.collections.find(mark):
            if rule.attribute == name:
                info = world.classes[instance.cls]
                items = tuple(
                    world.invoke(method, world.closure_of(method), instance, ()).returns
                    for method in _marked(world, instance.cls, rule.by)
                )
                return one(world.heap.sequence((info.path, info.node.span.line), items))
    return None


def _marked(world: World, number: int, by: tuple[str, ...]) -> Iterator[FunctionInfo]:
    for method in world.classes[number].methods.values():
        noted = world.decorations.get(method.number, {})
        if any(decoration.name in by for decoration in noted.values()):
            yield method
