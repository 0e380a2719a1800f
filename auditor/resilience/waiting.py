"""How long a call may wait before its error is there for something else to be asked."""

from __future__ import annotations

from collections.abc import Iterable
from math import inf

from auditor.model.behaviour import Ask, Attempt, Choice, Ordered, Together


def longest_wait(asks: Iterable[Ask]) -> float | None:
    """Seconds until the last resort of a call is asked, at worst; None where that is not known.

    Infinite where nothing ends the wait. Pauses between tries are not counted.
    """
    return _worst([_wait(ask) for ask in asks])


def _wait(ask: Ask) -> float | None:
    match ask:
        case Attempt(timeout=timeout, retries=retries):
            if timeout == inf:
                return inf
            return None if timeout is None or retries is None else timeout * (retries + 1)
        case Ordered(options):
            # All but the last have to give up; the last one answers.
            before = [_wait(option) for option in options[:-1] or options]
            return None if None in before else sum(one for one in before if one is not None)
        case Choice(options=below) | Together(parts=below):
            return _worst([_wait(one) for one in below])


def _worst(waits: list[float | None]) -> float | None:
    """What never ends is the worst, whatever else is not known."""
    if inf in waits:
        return inf
    known = [wait for wait in waits if wait is not None]
    return max(known) if known and len(known) == len(waits) else None


def finite(seconds: float | None) -> float | None:
    """The seconds for a report, which has no number for "never"."""
    return None if seconds == inf else seconds


def duration(seconds: float) -> str:
    """``45 s``, ``30 min``, ``2 h``: the largest unit that loses nothing that matters."""
    if seconds >= 7200:
        return f"{seconds / 3600:.3g} h"
    if seconds >= 120:
        return f"{seconds / 60:.3g} min"
    return f"{seconds:.3g} s"
