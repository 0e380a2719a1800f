"""Functions that an object of a library keeps and runs when it is asked: tools, guards, hooks."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.handoffs import ANY, handed_to, is_plug_in
from auditor.linker.values import (
    Arguments,
    Bound,
    Foreign,
    Instance,
    Routine,
    RuleObject,
    Sequence,
    Table,
    Value,
    Values,
    one,
)
from auditor.linker.world import Frame, Place, World
from auditor.model.facts import Attr

#: ``tools=[f]``, ``tools={"a": [f]}``: lists in arguments are looked into this deep.
DEEPEST = 3


def kept_in(world: World, args: Arguments) -> tuple[Value, ...]:
    """The functions among the arguments, those of the objects among them, and those in lists."""
    found: dict[Value, None] = {}
    for arg in args:
        for value in arg.values.items:
            found.update(dict.fromkeys(_kept(world, value, DEEPEST)))
    return tuple(found)


def _kept(world: World, value: Value, depth: int) -> Iterator[Value]:
    match value:
        case Routine():
            yield value
        case Bound(target, _) if isinstance(target, Routine):
            yield value
        case RuleObject(runs=runs):
            yield from runs
        case Foreign():
            yield from (v for v in handed_to(world, value) if isinstance(v, Routine))
        case Instance() if is_plug_in(world, value):
            yield from _offered(world, value)
        case Sequence(number) if depth:
            for values in world.heap.items.get(number, ()):
                yield from _in(world, values, depth)
        case Table(number) if depth:
            for values in world.heap.entries.get(number, {}).values():
                yield from _in(world, values, depth)
        case _:
            pass


def _in(world: World, values: Values, depth: int) -> Iterator[Value]:
    for value in values.items:
        yield from _kept(world, value, depth - 1)


def _offered(world: World, instance: Instance) -> Iterator[Value]:
    """The methods that a library calls: all but those that only the object itself uses."""
    methods = world.classes[instance.cls].methods
    own = {name for method in methods.values() for name in _attributes(method.node.body)}
    for name, method in methods.items():
        if not name.startswith("__") and not (name.startswith("_") and name in own):
            yield Routine(method.number, world.closure_of(method), instance)


def _attributes(body: tuple[object, ...]) -> Iterator[str]:
    todo = list(body)
    while todo:
        node = todo.pop()
        if isinstance(node, Attr):
            yield node.name
        if isinstance(node, tuple):
            todo.extend(node)


def run_kept(world: World, frame: Frame, kept: tuple[Value, ...], place: Place) -> None:
    """Run what an object keeps, as the library does when the object is asked."""
    for value in kept:
        world.call_values(frame, one(value), ANY, place)


def run_kept_in(world: World, frame: Frame, args: Arguments, place: Place) -> None:
    """The same for the objects that are handed to a call: ``run(agent)``."""
    kept: dict[Value, None] = {}
    for arg in args:
        for value in arg.values.items:
            if isinstance(value, RuleObject):
                kept.update(dict.fromkeys(value.runs))
    run_kept(world, frame, tuple(kept), place)
