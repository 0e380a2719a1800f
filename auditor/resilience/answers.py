"""Who answers an ask while some of its attempts are dead."""

from __future__ import annotations

from collections.abc import Callable

from auditor.model.behaviour import Ask, Attempt, Choice, Ordered, Together
from auditor.model.loss import StandIn
from auditor.resilience.verdicts import sound_options

Dead = Callable[[Attempt], bool]
#: Whether a library goes on to its next option.
GoesOn = Callable[[Ordered], bool]


def answering(ask: Ask, dead: Dead, goes_on: GoesOn) -> tuple[Attempt, ...]:
    """The attempts that answer; empty where nobody does. Of an open choice, each that may."""
    match ask:
        case Attempt():
            return () if dead(ask) else (ask,)
        case Together(parts):
            each = [answering(part, dead, goes_on) for part in parts]
            return tuple(a for found in each for a in found) if all(each) else ()
        case Choice(options, decided):
            each = [answering(option, dead, goes_on) for option in options]
            return each[0] if decided else tuple(a for found in each for a in found)
        case Ordered(options):
            first = answering(options[0], dead, goes_on)
            if first or not goes_on(ask):
                return first
            each = [answering(option, dead, goes_on) for option in sound_options(ask)]
            return next((found for found in each if found), ())


def asked_first(ask: Ask, *, as_shipped: bool = True) -> tuple[Attempt, ...]:
    """The attempts that are made when nothing fails; of an open choice, each that may.

    Unless it is ``as_shipped``, every choice is open.
    """
    match ask:
        case Attempt():
            return (ask,)
        case Ordered(options):
            return asked_first(options[0], as_shipped=as_shipped)
        case Choice(options, decided):
            each = [asked_first(option, as_shipped=as_shipped) for option in options]
            return each[0] if decided and as_shipped else tuple(a for found in each for a in found)
        case Together(parts):
            return tuple(a for part in parts for a in asked_first(part, as_shipped=as_shipped))


def whom(asked: Attempt | StandIn) -> str:
    """The model or vendor that is asked, and where."""
    name = asked.model or asked.vendor or "a model that is not known"
    return f"{name} at {asked.platform}" if asked.platform else name
