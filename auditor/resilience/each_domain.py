"""Every domain is lost in turn: what that does to workflows, and to calls that ask any of several.

All questions about one loss are asked before the next, so no more is remembered at a time than the
runs without one domain. Of a large program that is the difference between one gigabyte and many.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.model.behaviour import requests_in
from auditor.model.program import Entrypoint
from auditor.resilience.domains import VENDOR, Needed, shown
from auditor.resilience.losses import Losses
from auditor.resilience.whichever import Whichever
from auditor.resilience.work import Work, in_turn


@dataclass(frozen=True, slots=True)
class WorkflowJudgement:
    """What becomes of one workflow at the loss of each domain it touches."""

    on_loss: dict[str, str]
    single_points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Lost:
    """The judgement on each workflow by entry point id, and the ids of calls that no loss hurts."""

    workflows: dict[str, WorkflowJudgement]
    unhurt: frozenset[str]


def lose_each(
    losses: Losses,
    needed: Needed,
    entries: Sequence[Entrypoint],
    several: Iterable[Whichever],
    work: Work,
) -> Lost:
    """Lose every domain that a workflow touches or that one of ``several`` asks first."""
    touching: dict[str, list[Entrypoint]] = defaultdict(list)
    for entry in entries:
        domains = {d for node in requests_in(entry.behaviour) for d in needed.by_any_of(node)}
        for domain in domains:
            touching[domain].append(entry)
    unhurt = {one.call.id: one for one in several}
    asked = {domain for one in unhurt.values() for domain in one.domains}
    ends: dict[str, dict[str, str]] = {entry.id: {} for entry in entries}
    for domain in sorted(touching.keys() | asked, key=_vendors_first):
        concerned = [one.call for one in unhurt.values() if domain in one.domains]
        for call in in_turn(work, concerned):
            one = _surviving(losses, domain, unhurt[call.id])
            if one.scopes:
                unhurt[call.id] = one
            else:
                del unhurt[call.id]
        for entry in in_turn(work, touching[domain]):
            ends[entry.id][domain] = losses.worst(domain, entry.behaviour)
        losses.forget()
    return Lost({key: _workflow(found) for key, found in ends.items()}, frozenset(unhurt))


def _workflow(ends: Mapping[str, str]) -> WorkflowJudgement:
    domains = sorted(ends)
    points = tuple(domain for domain in domains if ends[domain] == "stops")
    return WorkflowJudgement({shown(domain): ends[domain] for domain in domains}, points)


def _surviving(losses: Losses, domain: str, one: Whichever) -> Whichever:
    """The same, with those scopes left that survive the loss of the domain."""
    scopes = (s for s in one.scopes if all(losses.worst(domain, b) == "survives" for b in s))
    return replace(one, scopes=tuple(scopes))


def _vendors_first(domain: str) -> tuple[bool, str]:
    """Should there be too much to do, it is not the vendors for which nothing is left."""
    return not domain.startswith(VENDOR), domain
