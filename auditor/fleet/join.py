"""The members' reports as one: what a loss does to all, what they share, who needs whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from auditor.model.fleet import (
    Blast,
    FleetReport,
    Link,
    Member,
    Shared,
    Surviving,
    Toll,
)
from auditor.model.report import Tool
from auditor.report.fleet import worst
from auditor.resilience.score import KINDS


def join(members: Iterable[Member], tool: Tool) -> FleetReport:
    """The whole fleet, whatever the order in which its members came."""
    known = sorted(members, key=_rank)
    links, unmet = _links(known)
    weight = sum(member.weight for member in known)
    return FleetReport(
        tool=tool,
        members=tuple(known),
        workflows=sum(member.workflows for member in known),
        weight=weight,
        blasts=_blasts(known, weight, links),
        surviving=_surviving(known),
        shared=(
            *_shared(known, "gateway", lambda member: member.gateways),
            *_shared(known, "credential", lambda member: member.credentials),
        ),
        links=links,
        unmet=unmet,
    )


def _rank(member: Member) -> tuple[bool, int, int, str]:
    toll = worst(member)[1]
    return member.state == "failed", -toll.weight, -member.workflows, member.repository.name


def _blasts(members: Sequence[Member], weight: int, links: Sequence[Link]) -> tuple[Blast, ...]:
    hit: dict[str, list[Member]] = defaultdict(list)
    names: dict[str, str] = {}
    for member in members:
        names.update(member.names)
        for domain in member.tolls:
            hit[domain].append(member)
    found = [_blast(d, here, weight, names, links) for d, here in hit.items()]
    return tuple(
        sorted(
            found,
            key=lambda one: (KINDS.index(one.kind), -one.toll.weight, -one.toll.stops, one.domain),
        )
    )


def _blast(
    domain: str,
    hit: Sequence[Member],
    weight: int,
    names: Mapping[str, str],
    links: Sequence[Link],
) -> Blast:
    tolls = [member.tolls[domain] for member in hit]
    toll = Toll(
        sum(one.stops for one in tolls),
        sum(one.degrades for one in tolls),
        sum(one.unknown for one in tolls),
        sum(one.weight for one in tolls),
    )
    kind, _, id = domain.rpartition(":")
    stopped = sorted(member.repository.name for member in hit if member.tolls[domain].stops)
    return Blast(
        domain=domain,
        kind=kind or "vendor",
        name=names.get(id, id),
        toll=toll,
        share=toll.weight / weight if weight else 0.0,
        stopped=tuple(stopped),
        beyond=_beyond(stopped, links),
    )


def _beyond(stopped: Sequence[str], links: Sequence[Link]) -> tuple[str, ...]:
    """Those that need a stopped one, or need one that does."""
    users: dict[str, list[str]] = defaultdict(list)
    for link in links:
        users[link.target].append(link.source)
    reached, waiting = set(stopped), list(stopped)
    while waiting:
        new = [user for user in users[waiting.pop()] if user not in reached]
        reached.update(new)
        waiting += new
    return tuple(sorted(reached - set(stopped)))


def _surviving(members: Iterable[Member]) -> dict[str, Surviving]:
    found = dict.fromkeys(KINDS, Surviving())
    for member in members:
        for kind, one in member.surviving.items():
            so_far = found[kind]
            found[kind] = Surviving(so_far.workflows + one.workflows, so_far.weight + one.weight)
    return found


def _shared(
    members: Iterable[Member], kind: str, used: Callable[[Member], Sequence[str]]
) -> tuple[Shared, ...]:
    users: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for member in members:
        names.update(member.names)
        for one in used(member):
            users[one].append(member.repository.name)
    several = [(what, sorted(here)) for what, here in users.items() if len(here) > 1]
    several.sort(key=lambda pair: (-len(pair[1]), pair[0]))
    return tuple(Shared(kind, what, names.get(what, what), tuple(here)) for what, here in several)


def _links(members: Sequence[Member]) -> tuple[tuple[Link, ...], tuple[Link, ...]]:
    """What a member says it needs, and which other answers to that; then what nobody answers to."""
    homes: dict[str, str] = {}
    for member in reversed(members):
        offered = (*member.relations.offers, *member.relations.components)
        homes.update(dict.fromkeys(offered, member.repository.name))
    homes.update((member.repository.name, member.repository.name) for member in members)
    found: dict[tuple[str, str], Link] = {}
    unmet: dict[tuple[str, str], Link] = {}
    for member in members:
        name = member.repository.name
        needs = [(one, "the list of the fleet") for one in member.repository.depends_on]
        needs += [(one, "its catalog file") for one in member.relations.needs]
        for need, where in needs:
            home = homes.get(need)
            link = Link(name, home or need, f"{where} names {need}")
            if home is None:
                unmet.setdefault((name, need), link)
            elif home != name:
                found.setdefault((name, home), link)
    return tuple(found[key] for key in sorted(found)), tuple(unmet[key] for key in sorted(unmet))
