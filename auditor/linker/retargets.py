"""Objects of rules that are changed: by a method that gives a changed one, or by an attribute."""

from __future__ import annotations

from auditor.linker.aims import combine, read_aim, trimmed
from auditor.linker.rules import find_path
from auditor.linker.tools import kept_in
from auditor.linker.values import Aim, Arguments, RuleObject
from auditor.linker.world import World


def retargeted(world: World, owner: RuleObject, path: str, args: Arguments) -> RuleObject | None:
    """The object as a method, or setting one of its attributes, leaves it; None for any other."""
    surface = world.rules.surface(owner)
    if surface is None:
        return None
    change = find_path(surface.retargets, path) or find_path(surface.retargets, f"{path}()")
    if change is None:
        return None
    runs = tuple(dict.fromkeys((*owner.runs, *kept_in(world, args))))
    more = read_aim(world, change.target, args)
    aim = combine(owner.aim, more)
    if more.carried:
        aim = trimmed(Aim(kind=owner.aim.kind, carried=(owner.aim, *more.carried)))
    if more.fallbacks:
        aim = trimmed(owner.aim._replace(fallbacks=(*owner.aim.fallbacks, *more.fallbacks)))
    changed = world.heap.rule_object(owner.sdk, owner.rule, aim, owner.site, runs)
    if owner.site in world.built_objects:
        world.built_objects[owner.site] = changed
    return changed
