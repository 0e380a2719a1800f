"""Functions that are made in the rounds of a loop: each holds the names of its own round."""

from __future__ import annotations

from auditor.linker.exposed import names_read
from auditor.linker.frame import Frame
from auditor.linker.values import Values
from auditor.linker.world import World
from auditor.model.facts import Function


def defined_in(world: World, frame: Frame, function: Function) -> int:
    """The number of the frame that a function made here is defined in.

    In a loop that goes round by round this is a frame with what the names of the round are now,
    inside the one at hand: the next round changes them.
    """
    if frame.lasting is None:
        return frame.number
    read = names_read(world, function.body)
    held = {n: frame.env[n] for n in sorted(read) if n in frame.env and n not in frame.lasting}
    if not held:
        return frame.number
    key = (frame.number, tuple(held.items()))
    made = world.round_frames.get(key)
    if made is None:
        around = {"function": frame.function, "cls": frame.cls, "receiver": frame.receiver}
        inside = world.new_frame(frame.path, held, parent=frame, **around)
        made = world.round_frames[key] = inside.number
    return made


def lasting_names(world: World, frame: Frame, env: dict[str, Values]) -> frozenset[str] | None:
    """The names that a loop's rounds have in common; None where nobody's round is its own."""
    if not world.dialect.fresh_rounds:
        return None
    return frozenset(env) if frame.lasting is None else frame.lasting
