"""Values that deployment files of the same repository give to environment variables."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.linker.values import Text, Values
from auditor.linker.world import World
from auditor.model.config import HOLE
from auditor.model.program import Evidence

#: A variable with more values than this says nothing.
MOST = 3


def deployed(world: World, name: str, examples: bool = True) -> tuple[Text, ...]:
    """The values a variable is given, each with the line that gives it."""
    found: dict[str, Text] = {}
    for one in world.declared.get(name, ()):
        if one.value and (examples or not one.example):
            step = Evidence(one.path, one.line, f"{name} is set here")
            found.setdefault(one.value, Text(one.value, (name,), (step,)))
    return tuple(found.values()) if len(found) <= MOST else ()


def variable(world: World, name: str, needed: bool = False) -> Values:
    """A variable without a default: what the deployment sets it to, else a hole."""
    hole = Text(HOLE, (name,), needed=needed)
    given = deployed(world, name)
    return Values((*given, hole), True) if given else Values((hole,))


def implied(world: World, names: Iterable[str]) -> Values | None:
    """What a library reads by itself: unset, or what a deployment file sets."""
    for name in names:
        given = deployed(world, name, examples=False)
        if given:
            return Values((Text(HOLE, (name,)), *given), True)
    return None
