"""Objects that are filled after they were built: pipelines, kernels, teams."""

from __future__ import annotations

from auditor.linker.aims import read_aim
from auditor.linker.tools import kept_in, offered, says_nothing
from auditor.linker.values import Arguments, Instance, RuleObject
from auditor.linker.world import Taken, World
from auditor.model.catalog import Target


def take(world: World, owner: RuleObject, target: Target, args: Arguments) -> None:
    """``pipeline.add(model)``: whom the arguments ask, the object asks from then on.

    What it runs of them it runs too: functions, and the methods of the tree's own parts.
    """
    if not owner.site[0]:
        # One of a type that we only know by its name: it may be any.
        return
    more = read_aim(world, target, args)
    own = () if says_nothing(more) else (more,)
    parts = [v for a in args for v in a.values.items if isinstance(v, Instance)]
    runs = (*kept_in(world, args), *(run for part in parts for run in offered(world, part)))
    old = world.taken.get(owner.origin, Taken())
    world.taken[owner.origin] = Taken(
        tuple(dict.fromkeys((*old.aims, *(more.carried or own)))),
        tuple(dict.fromkeys((*old.runs, *runs))),
    )


def with_taken(world: World, owner: RuleObject) -> RuleObject:
    """The object with everything that it was given since it was built."""
    taken = world.taken.get(owner.origin)
    if taken is None:
        return owner
    runs = tuple(dict.fromkeys((*owner.runs, *taken.runs)))
    return world.heap.rule_object(
        owner.sdk, owner.rule, taken.over(owner.aim), owner.site, runs, True
    )
