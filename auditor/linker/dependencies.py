"""Functions that a framework runs before a handler: ``dependencies=[Depends(f)]`` beside it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.handoffs import functions_of
from auditor.linker.iteration import unfolded
from auditor.linker.titles import DEEPEST_MOUNT
from auditor.linker.values import Arguments, Foreign, Value, Values
from auditor.linker.world import World


def dependencies(world: World, args: Arguments, owner: Value | None) -> Values:
    """What runs before a handler: named by its route, its router, or what that is mounted in."""
    found: dict[Value, None] = dict.fromkeys(_injected(world, args))
    if isinstance(owner, Foreign):
        found.update(dict.fromkeys(_of_router(world, owner, DEEPEST_MOUNT)))
    return Values(tuple(found))


def _of_router(world: World, router: Foreign, depth: int) -> Iterator[Value]:
    yield from _injected(world, world.heap.foreign.get(router, ()))
    for mount in world.mounted.of(router) if depth else ():
        if mount.outer != router:
            yield from _injected(world, mount.args)
            yield from _of_router(world, mount.outer, depth - 1)


def _injected(world: World, args: Arguments) -> Iterator[Value]:
    for arg in args:
        for value in unfolded(world, arg.values):
            if isinstance(value, Foreign) and value.name in world.rules.injects:
                yield from functions_of(world, value)
