"""Calls of which nobody knows whom they ask first: whoever it is, another one answers.

A setting may choose the first of several vendors and a list of others come after it. No one of them
stands in for all the rest, yet none of them is needed. So each domain is lost in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from auditor.model.behaviour import Attempt, Behaviour
from auditor.model.loss import RANK
from auditor.resilience.domains import domains_of

Lose = Callable[[str, Behaviour], str]


def covered_whichever(
    primary: Sequence[Attempt], roots: Iterable[Behaviour], lose: Lose
) -> dict[str, str]:
    """What the loss of each domain means if none is needed; empty where one is, or may be.

    ``lose`` gives the end of a behaviour when a domain is lost.
    """
    needs = [domains_of(attempt) for attempt in primary]
    if len({a.vendor for a in primary}) < 2 or not all(needs):
        return {}
    behaviours = list(roots)
    found: dict[str, str] = {}
    for domain in sorted({d for each in needs for d in each}):
        ends = [lose(domain, behaviour) for behaviour in behaviours]
        found[domain] = min(ends, key=RANK.__getitem__, default="stops")
        if found[domain] != "survives":
            return {}
    return found
