"""Objects that rules describe, from the call that builds them on."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.programs import aim_of
from auditor.linker.rules import Named
from auditor.linker.slots import holds
from auditor.linker.tools import kept_in
from auditor.linker.values import (
    Arguments,
    RuleObject,
)
from auditor.linker.world import Place, World
from auditor.model.catalog import Sdk, Via

#: How the classes are called whose methods give something to be awaited.
ASYNC = "Async"


def make_object(
    world: World, frame: Frame, name: str, args: Arguments, place: Place
) -> RuleObject | None:
    """The object that calling ``name`` builds, if a rule describes it."""
    for sdk, rule in world.rules.objects.find(name):
        if not holds(world, rule.when, args) or not world.has_one_of(rule.installed):
            continue
        aim = aim_of(world, rule.target, args, rule.kind)
        if aim is None:
            continue
        site, runs = (place.path, place.line), kept_in(world, args)
        surface = world.rules.surface_of(sdk.id, rule.id)
        filled = surface is not None and bool(surface.takes)
        made = world.heap.rule_object(sdk.id, rule.id, aim, site, runs, filled)
        if name.rpartition(".")[2].startswith(ASYNC):
            world.async_made.add(made.site)
        world.built_objects[made.site] = made
        world.places[made.site] = place
        if rule.client and sdk.via is not Via.HTTP:
            _note_client(world, place, Named(sdk, rule), made)
        return made
    return None


def _note_client(world: World, place: Place, named: Named, made: RuleObject) -> None:
    world.clients.setdefault((place.path, place.line, named.sdk.id), []).append(made)


def note_built(world: World, sdk: Sdk, made: RuleObject) -> None:
    """A builder has built: what stands at its place from now on is the object itself."""
    place = world.places.get(made.site)
    if place is None:
        return
    world.built_objects[made.site] = made
    rule = world.rules.object_rule(made)
    if rule.client and sdk.via is not Via.HTTP:
        _note_client(world, place, Named(sdk, rule), made)
