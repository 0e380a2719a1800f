"""Functions that an object of a library keeps and runs when it is asked: tools, guards, hooks."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.linker.frame import Frame
from auditor.linker.handoffs import handed_to, is_plug_in, levels
from auditor.linker.results import asked
from auditor.linker.values import (
    ANY_ARGUMENTS,
    Aim,
    Arguments,
    Bound,
    External,
    Foreign,
    Instance,
    Routine,
    RuleObject,
    Value,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.facts import Attr
from auditor.model.nodes import nodes_in

#: ``tools=[f]``, ``tools={"a": [f]}``: lists in arguments are looked into this deep.
DEEPEST = 3


def kept_in(world: World, args: Arguments) -> tuple[Value, ...]:
    """The functions among the arguments, those of the objects among them, and those in lists."""
    every = (value for level in levels(world, args, DEEPEST) for value in level)
    return tuple(dict.fromkeys(kept for value in every for kept in _kept(world, value)))


def _kept(world: World, value: Value) -> Iterable[Value]:
    match value:
        case Routine():
            return (value,)
        case Bound(target, _) if isinstance(target, Routine):
            return (value,)
        case External(name) | Bound(External(name), _) if world.rules.functions.find(name):
            return (value,)
        case RuleObject(runs=runs):
            return runs
        case Foreign():
            return (v for v in handed_to(world, value) if isinstance(v, Routine))
        case Instance() if is_plug_in(world, value):
            return offered(world, value)
        case _:
            return ()


def offered(world: World, instance: Instance) -> tuple[Value, ...]:
    """The methods that a library calls: all but those that only the object itself uses."""
    methods = world.classes[instance.cls].methods
    bodies = tuple(method.node.body for method in methods.values())
    own = {node.name for node in nodes_in(bodies) if isinstance(node, Attr)}
    return tuple(
        Routine(method.number, world.closure_of(method), instance)
        for name, method in methods.items()
        if not name.startswith("__") and not (name.startswith("_") and name in own)
    )


def run_kept(world: World, frame: Frame, kept: tuple[Value, ...], place: Place) -> None:
    """Run what an object keeps, as the library does when the object is asked."""
    for value in kept:
        world.call_values(frame, one(value), ANY_ARGUMENTS, place)


def run_kept_in(world: World, frame: Frame, args: Arguments, place: Place) -> None:
    """The same for the objects that are handed to a call: ``run(agent)``."""
    kept: dict[Value, None] = {}
    for arg in args:
        for value in arg.values.items:
            if isinstance(value, RuleObject):
                kept.update(dict.fromkeys(value.runs))
    run_kept(world, frame, tuple(kept), place)


def says_nothing(aim: Aim) -> bool:
    """Whether an object alone does not say whom it asks: a model of one's own is such a one."""
    bare = aim._replace(
        kind=None, timeout=None, retries=None, key=None, region=None, carried=(), whole=None,
        model_grammar=None, provider_grammar=None,
    )  # fmt: skip
    return bare == Aim() and all(says_nothing(carried) for carried in aim.carried)


def asks_itself(world: World, frame: Frame, owner: RuleObject, place: Place) -> bool:
    """Run what the object keeps; whether it is that which asks, and not the library."""
    with asked(frame) as calls:
        run_kept(world, frame, owner.runs, place)
    return bool(calls)
