"""What runs as the program is shipped, where settings or callers decide between arms.

A default that a caller may leave as it is decides as a setting does, with less weight: nobody who
deploys the program sets it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.linker.conditions import LEFT_OUT, UNNAMED, settings_of, truth_of
from auditor.linker.frame import Frame
from auditor.linker.values import Constant, Text, Values
from auditor.model.behaviour import Branch, Leave, Result, asks_in
from auditor.model.behaviour import Sequence as Steps


def left_out(default: Values) -> Values:
    """The default of a parameter whose callers are not known: a setting like any other."""
    items = tuple(
        Constant(v.value, (LEFT_OUT,)) if isinstance(v, Constant) else v for v in default.items
    )
    return Values(items, default.decided)


def loosened(default: Values) -> Values:
    """The same for a text: it counts as what is asked with, but proves no condition."""
    items = tuple(
        replace(v, loose=True) if isinstance(v, Text) and not v.env else v for v in default.items
    )
    return Values(items, default.decided)


def nameable(settings: tuple[str, ...]) -> tuple[str, ...]:
    """Those of them that somebody who deploys the program can set."""
    return tuple(name for name in settings if name != LEFT_OUT)


def shipped(
    test: Values, taken: int | None, arms: Sequence[Steps], leaves: Sequence[bool] = ()
) -> tuple[int | None, tuple[str, ...]]:
    """The arm that runs as shipped, and the settings it depends on.

    ``taken`` is that arm for all that the test says, ``leaves`` says which arms do not get to
    their ends.
    """
    settings = settings_of(test)
    if LEFT_OUT in settings:
        taken = asked_anyway(taken, arms, leaves)
    elif settings == (UNNAMED,) and taken is not None and _passes_over(arms[taken]):
        taken = None
    return taken, nameable(settings)


def _passes_over(arm: Steps) -> bool:
    """Whether a round of a loop is over with it and nobody asked: so it goes for bad requests."""
    match arm.items:
        case (*_, Leave(kind="continue" | "break")):
            return not asks_in(arm)
        case _:
            return False


def asked_anyway(
    taken: int | None, arms: Sequence[Steps], leaves: Sequence[bool] = ()
) -> int | None:
    """``taken`` where that is only likely: not if less is asked then, or nothing at all."""
    if taken is None or asks_in(arms[taken]):
        return taken
    leaves_early = bool(leaves) and leaves[taken]
    return None if leaves_early or asks_in(*arms) else taken


def choose(
    frame: Frame,
    line: int,
    decides: Values,
    arms: tuple[Steps, ...],
    told: tuple[Result, int] | None,
) -> None:
    """Write down that one of the arms is done; ``told`` is what a test of an answer says."""
    result, empty = told if told is not None else (None, 1)
    taken, settings = shipped(decides, truth_of(decides).arm(), arms)
    frame.out.append(Branch(arms, taken, line, settings, result, empty))


def either(frame: Frame, arms: Sequence[Steps], line: int) -> None:
    """Write down that one of the arms is done, and nobody knows which."""
    if len(arms) == 1:
        frame.out.extend(arms[0].items)
    elif any(arm.items for arm in arms):
        frame.out.append(Branch(tuple(arms), None, line))
