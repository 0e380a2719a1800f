"""Who answers an ask while some of its attempts are dead."""

from __future__ import annotations

from collections.abc import Callable

from auditor.model.behaviour import Ask, Attempt, Choice, Ordered, Together

Dead = Callable[[Attempt], bool]


def answering(ask: Ask, dead: Dead, error_class: str) -> tuple[Attempt, ...]:
    """The attempts that answer; empty where nobody does. Of an open choice, each that may."""
    match ask:
        case Attempt():
            return () if dead(ask) else (ask,)
        case Together(parts):
            each = [answering(part, dead, error_class) for part in parts]
            return tuple(a for found in each for a in found) if all(each) else ()
        case Choice(options, decided):
            each = [answering(option, dead, error_class) for option in options]
            return each[0] if decided else tuple(a for found in each for a in found)
        case Ordered(options, fires):
            first = answering(options[0], dead, error_class)
            if first or error_class not in fires:
                return first
            each = [answering(option, dead, error_class) for option in options[1:]]
            return next((found for found in each if found), ())


def asked_first(ask: Ask) -> tuple[Attempt, ...]:
    """The attempts that are made when nothing fails; of an open choice, each that may."""
    match ask:
        case Attempt():
            return (ask,)
        case Ordered(options):
            return asked_first(options[0])
        case Choice(options, decided):
            each = [asked_first(option) for option in options]
            return each[0] if decided else tuple(a for found in each for a in found)
        case Together(parts):
            return tuple(a for part in parts for a in asked_first(part))
