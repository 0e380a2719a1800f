"""The shape of what one request asks."""

from __future__ import annotations

from auditor.model.behaviour import Ask, Attempt, Choice, Ordered, Together
from auditor.resilience.domains import domains_of


def reach_of(ask: Ask, domain: str) -> object:
    """The shape of an ask with what the domain takes down marked in it.

    Of a choice that nobody can foresee only matters whether all, some or none of it is lost.
    """
    match ask:
        case Attempt():
            return domain in domains_of(ask)
        case Choice(options, decided):
            each = [reach_of(option, domain) for option in options]
            return each[0] if decided else frozenset(each)
        case Together(parts) | Ordered(options=parts):
            return tuple(reach_of(part, domain) for part in parts)


def ordered_in(ask: Ask) -> list[Ordered]:
    """Every ordered list of alternatives in the ask."""
    match ask:
        case Attempt():
            return []
        case Ordered(options):
            return [ask, *(inner for part in options for inner in ordered_in(part))]
        case Choice(options=below) | Together(parts=below):
            return [inner for part in below for inner in ordered_in(part)]
