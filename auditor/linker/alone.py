"""Functions that nothing calls, as code outside the tree would call them."""

from __future__ import annotations

from auditor.linker.definitions import FunctionInfo
from auditor.linker.receivers import receivers
from auditor.linker.recorder import place_of_function
from auditor.linker.values import ANY_ARGUMENTS, RuleObject
from auditor.linker.world import World
from auditor.model.behaviour import NOTHING, Behaviour, Branch
from auditor.model.behaviour import Sequence as Steps

#: Of objects of one class no more are tried.
MOST_RECEIVERS = 6


def run_alone(world: World, info: FunctionInfo) -> Behaviour:
    """Run it with every receiver there is, and arguments that nobody knows."""
    if info.cls is None and info.number in world.decorated:
        return _run_decorated(world, info)
    closure = world.closure_of(info)
    takers = receivers(world, info.cls) if info.cls is not None else (None,)
    if info.cls is not None and "staticmethod" in info.decorators:
        takers = (None,)
    chosen = takers[:MOST_RECEIVERS]
    summaries = [world.invoke(info, closure, taker, ANY_ARGUMENTS) for taker in chosen]
    for summary in summaries:
        for value in summary.returns.items:
            if isinstance(value, RuleObject):
                world.escaped.add(value.site)
                world.given_back.setdefault(info.number, {})[value] = None
    kept = [s.behaviour for s in summaries if s.behaviour != NOTHING]
    if kept and len(takers) > MOST_RECEIVERS:
        world.uncounted.add((info.path, info.node.span.line))
    if not kept:
        return NOTHING
    return kept[0] if len(kept) == 1 else Branch(tuple(kept), None, info.node.span.line)


def _run_decorated(world: World, info: FunctionInfo) -> Behaviour:
    """A function that decorators of the repository have put another one around."""
    frame = world.new_frame(info.path, {}, parent=world.module_frame(info.path))
    called = info.number in world.called
    world.call_values(frame, world.decorated[info.number], ANY_ARGUMENTS, place_of_function(info))
    if not called:
        # What stands around it belongs to it: nobody else has called it.
        world.called.discard(info.number)
    if info.number not in world.reached:
        # What was put around it does not run it, but others may.
        world.invoke(info, world.closure_of(info), None, ANY_ARGUMENTS)
    return Steps(tuple(frame.out))
