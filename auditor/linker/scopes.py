"""Modules, run on first use; values that annotations promise before any code is seen."""

from __future__ import annotations

from auditor.linker.aims import read_aim
from auditor.linker.blocks import flatten
from auditor.linker.frame import Frame
from auditor.linker.values import (
    ANY_ARGUMENTS,
    NONE,
    UNKNOWN,
    External,
    Foreign,
    Text,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.facts import Class, Function


def module_frame(world: World, path: str) -> Frame:
    """The frame of a module; its body is run the first time it is asked for."""
    found = world.module_frames.get(path)
    if found is not None:
        return found
    dotted = ".".join(world.modules[path].parts)
    frame = world.new_frame(path, {"__name__": one(Text(dotted)), "__file__": UNKNOWN})
    world.module_frames[path] = frame
    world.running.add(path)
    depth, world.depth = world.depth, 0
    here, world.here = world.here, path
    try:
        with world.budget.one():
            world.run_block(frame, world.modules[path].facts.body)
    finally:
        world.running.discard(path)
        world.depth, world.here = depth, here
    # What other files set here runs later; the first round has seen it.
    for (module, name), values in world.given_globals.items():
        if module == path:
            frame.env[name] = join(frame.env.get(name, NONE), values)
    return frame


def late_global(world: World, frame: Frame, name: str) -> Values:
    """A global that is not bound (yet): a definition further down, or a star import's."""
    if frame.path in world.running and (frame.path, name) not in world.late:
        world.late.add((frame.path, name))
        for stmt in flatten(world.modules[frame.path].facts.body):
            if isinstance(stmt, Function | Class) and stmt.name == name:
                world.run_block(frame, (stmt,))
                return frame.env.get(name, NONE)
    home = world.dialect.home(world, frame, name) if frame.parent is None else None
    if home is not None:
        return home.env.get(name, NONE) if name in home.env else late_global(world, home, name)
    for module in frame.stars if not world.dialect.types else ():
        if world.rules.knows(f"{module}.{name}"):
            return one(External(f"{module}.{name}"))
    return NONE


def typed(world: World, name: str) -> Values:
    """What a parameter annotated with a type from outside holds."""
    if name.startswith("builtins."):
        return NONE
    found: list[Values] = []
    for sdk, rule in world.rules.objects.find(name):
        if (
            rule.when is None
            and world.has_one_of(rule.installed)
            and not (found and not rule.installed)
        ):
            aim = read_aim(world, rule.target, (), rule.kind)
            found.append(one(world.heap.rule_object(sdk.id, rule.id, aim, ("", 0))))
            if not rule.installed:
                break
    if found:
        return join(*found)
    return one(Foreign(name, ("", 0))) if _is_class(name) else NONE


def _is_class(name: str) -> bool:
    return name.rpartition(".")[2][:1].isupper() and not name.startswith(
        ("typing.", "collections.")
    )


def build_unseen(world: World, number: int) -> Values:
    """An instance of a class that nothing we saw builds: its constructor with unknown arguments."""
    if number in world.building:
        return NONE
    world.building.add(number)
    try:
        info = world.classes[number]
        own = world.dialect.unseen(world, info)
        if own is not None:
            return own
        span = info.node.span
        place = Place(info.path, span.line, span.line, span.column, span.cell, info.qualname, False)
        frame = world.module_frame(info.path)
        with frame.aside():
            return world.parts.construct(world, frame, number, ANY_ARGUMENTS, place)
    finally:
        world.building.discard(number)
