"""Circuit breakers: what is asked through one of them, and which of them is which."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.frame import Frame
from auditor.linker.values import Foreign, ForeignMember
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour, Enter, Guarded
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Assign, Call

#: What libraries call an object that lets no call through after too many have failed.
BREAKER = "breaker"


def name_of(world: World, breaker: Foreign) -> str:
    """What tells a breaker from others, empty for any other object."""
    known = any(handoff.made for handoff in world.rules.handoffs.find(breaker.name))
    if not known and BREAKER not in breaker.name.rpartition(".")[2].lower():
        return ""
    path, line = breaker.site
    return f"{path}:{line}"


def ask_through(world: World, frame: Frame, target: Foreign | ForeignMember, before: int) -> None:
    """``breaker.call(ask, text)``: what was done since ``before`` was done behind the breaker.

    Of one that is made in a function or a loop there may be several, so it is passed over.
    """
    owner = target.owner if isinstance(target, ForeignMember) else target
    behind = name_of(world, owner)
    if not behind or not _is_made_once(world, owner):
        return
    for number in range(before, len(frame.out)):
        made = frame.out[number]
        if isinstance(made, Guarded) and isinstance(made.body, Steps):
            # What stands in where it fails is not asked through it.
            steps = [_behind(step, behind) for step in made.body.items]
            frame.out[number] = replace(made, body=Steps(tuple(steps)))
        elif isinstance(made, Enter) and not made.behind:
            frame.out[number] = guarded = replace(made, behind=behind)
            for marks in (frame.lazy, frame.generators):
                marks.update({id(guarded)} if id(made) in marks else ())


def _behind(step: Behaviour, behind: str) -> Behaviour:
    return replace(step, behind=behind) if isinstance(step, Enter) and not step.behind else step


def _is_made_once(world: World, breaker: Foreign) -> bool:
    path, line = breaker.site
    body = world.modules[path].facts.body if path in world.modules else ()
    return any(
        isinstance(stmt, Assign) and isinstance(stmt.value, Call) and stmt.value.span.line == line
        for stmt in body
    )
