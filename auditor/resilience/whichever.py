"""Calls of which nobody knows whom they ask first: whoever it is, another one answers.

A setting may choose the first of several vendors and a list of others come after it. No one of them
stands in for all the rest, yet none of them is needed. So each domain is lost in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from auditor.model.behaviour import Attempt, Behaviour
from auditor.resilience.domains import domains_of

Lose = Callable[[str, Behaviour], str]


def covered_whichever(
    primary: Sequence[Attempt], roots: Sequence[Behaviour], lose: Lose
) -> list[str]:
    """The domains that are asked first, if none of them is needed; none where one is, or may be.

    ``lose`` gives the end of a behaviour when a domain is lost.
    """
    needs = [domains_of(attempt) for attempt in primary]
    if len({a.vendor for a in primary}) < 2 or not all(needs) or not roots:
        return []
    domains = sorted({d for each in needs for d in each})
    safe = all(lose(domain, root) == "survives" for domain in domains for root in roots)
    return domains if safe else []
