"""The objects that a method may run on."""

from __future__ import annotations

from auditor.linker.classes import instances_of
from auditor.linker.values import Instance, Value
from auditor.linker.world import World


def receivers(world: World, number: int) -> tuple[Value, ...]:
    """The instances of a class, or one built with unknown arguments where none is."""
    made = instances_of(world, number)
    return made or world.build_unseen(number).items or (Instance(0, number),)
