"""Functions that a framework runs before a handler: ``dependencies=[Depends(f)]`` beside it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.handoffs import handed_to, is_callable
from auditor.linker.values import Arguments, Foreign, Sequence, Value, Values
from auditor.linker.world import World

#: Routers mounted in routers mounted in routers: no real application goes deeper.
DEEPEST_MOUNT = 6


def dependencies(world: World, args: Arguments, owner: Value | None) -> Values:
    """What runs before a handler: named by its route, its router, or what that is mounted in."""
    found: dict[Value, None] = dict.fromkeys(_injected(world, args))
    if isinstance(owner, Foreign):
        found.update(dict.fromkeys(_of_router(world, owner, DEEPEST_MOUNT)))
    return Values(tuple(found))


def _of_router(world: World, router: Foreign, depth: int) -> Iterator[Value]:
    yield from _injected(world, world.heap.foreign.get(router, ()))
    for outer, _, args in world.mounted.values() if depth else ():
        if outer != router and any(router in arg.values.items for arg in args):
            yield from _injected(world, args)
            yield from _of_router(world, outer, depth - 1)


def _injected(world: World, args: Arguments) -> Iterator[Value]:
    for arg in args:
        for value in arg.values.items:
            yield from _provider(world, value)
            items = world.heap.items.get(value.number, ()) if isinstance(value, Sequence) else ()
            for item in (item for values in items for item in values.items):
                yield from _provider(world, item)


def _provider(world: World, value: Value) -> Iterator[Value]:
    if isinstance(value, Foreign) and value.name in world.rules.injects:
        yield from (v for v in handed_to(world, value) if is_callable(v))
