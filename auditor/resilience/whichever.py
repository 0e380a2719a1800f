"""Calls of which nobody knows whom they ask first: whoever it is, another one may answer.

A setting may choose the first of several vendors and a list of others come after it. No one of them
stands in for all the rest, yet none of them is needed where the loss of each is survived.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.behaviour import Attempt, Behaviour
from auditor.model.program import LlmCall
from auditor.resilience.domains import domains_of


@dataclass(frozen=True, slots=True)
class Whichever:
    """One of them: the domains that it asks first, and the behaviours in which each may be lost.

    ``conditions`` are what its stand-ins need and no file of the repository provides.
    """

    call: LlmCall
    domains: frozenset[str]
    roots: tuple[Behaviour, ...]
    conditions: tuple[str, ...]


def first_of_several(primary: Sequence[Attempt]) -> frozenset[str]:
    """The domains that are asked first, where that may be any of several vendors; else none."""
    needs = [domains_of(attempt) for attempt in primary]
    several = len({a.vendor for a in primary}) > 1 and all(needs)
    return frozenset(d for each in needs for d in each) if several else frozenset()
