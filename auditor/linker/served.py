"""Globals that a library's own server looks for and runs: ``root_agent = Agent(...)``."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.recorder import HANDED, record_aim
from auditor.linker.tools import run_kept, says_nothing
from auditor.linker.values import RuleObject, Values
from auditor.linker.world import World
from auditor.model.catalog import CallKind


def serve(world: World, frame: Frame, values: Values) -> None:
    """Take the module for the one who asks, unless code of the tree asks the object itself."""
    if frame.function is not None or frame.cls is not None or world.used_before is None:
        return
    for made in values.items:
        if not isinstance(made, RuleObject) or made.origin in world.used_before:
            continue
        sdk, place = world.rules.sdks[made.sdk], world.places.get(made.site)
        if frame.path != made.site[0] or place is None or says_nothing(made.aim):
            continue
        kind = CallKind(made.aim.kind or "agent")
        record_aim(world, frame, place, sdk, kind, made.aim, HANDED, made)
        run_kept(world, frame, made.runs, place)
