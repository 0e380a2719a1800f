"""Calls of which nobody knows whom they ask first: whoever it is, another one may answer.

A setting may choose the first of several vendors and a list of others come after it. No one of them
stands in for all the rest, yet none of them is needed where the loss of each is survived.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.model.behaviour import Attempt, Behaviour, Enter, Request, requests_in
from auditor.model.program import LlmCall
from auditor.resilience.domains import domains_of

#: A function that is entered in more ways is not looked at by itself.
MOST_ENTERED = 6


@dataclass(frozen=True, slots=True)
class Whichever:
    """One of them: the domains that it asks first, and the behaviours in which each may be lost.

    Any of ``scopes`` is enough, and of that every behaviour counts. ``conditions`` are what its
    stand-ins need and no file of the repository provides.
    """

    call: LlmCall
    domains: frozenset[str]
    scopes: tuple[tuple[Behaviour, ...], ...]
    conditions: tuple[str, ...]


def scopes_of(
    key: str, roots: Sequence[Behaviour], entered: Sequence[Enter], requests: Sequence[Request]
) -> tuple[tuple[Behaviour, ...], ...]:
    """The ``roots``, and the function that makes the call ``key`` wherever it is ``entered``.

    What else a workflow asks is no matter of this call. The function counts where it makes all of
    the call's ``requests``.
    """
    bodies = {id(node.body): node.body for node in entered}
    made = {id(r) for r in requests_in(*bodies.values()) if r.call == key}
    alone = made.issuperset(id(r) for r in requests if r.call == key)
    within = 0 < len(bodies) <= MOST_ENTERED and alone
    return (tuple(roots), tuple(bodies.values())) if within else (tuple(roots),)


def first_of_several(primary: Sequence[Attempt]) -> frozenset[str]:
    """The domains that are asked first, where that may be any of several vendors; else none."""
    needs = [domains_of(attempt) for attempt in primary]
    several = len({a.vendor for a in primary}) > 1 and all(needs)
    return frozenset(d for each in needs for d in each) if several else frozenset()
