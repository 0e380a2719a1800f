"""The shape of what one request asks."""

from __future__ import annotations

from auditor.model.behaviour import Ask, Attempt, Choice, Ordered, Together


def ordered_in(ask: Ask) -> list[Ordered]:
    """Every ordered list of alternatives in the ask."""
    match ask:
        case Attempt():
            return []
        case Ordered(options):
            return [ask, *(inner for part in options for inner in ordered_in(part))]
        case Choice(options=below) | Together(parts=below):
            return [inner for part in below for inner in ordered_in(part)]
