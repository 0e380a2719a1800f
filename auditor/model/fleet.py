"""Many repositories together: which there are, what each hangs on, and what they share."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.model.report import Tool


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository that belongs to the fleet.

    ``source`` is a folder, or an address that git can clone; ``ref`` a branch or tag of it.
    ``criticality`` counts for its workflows that declare none. ``depends_on`` names others.
    """

    name: str
    source: str
    ref: str = ""
    owner: str = ""
    criticality: str = "normal"
    depends_on: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """What one loss takes: numbers of workflows, and the weight of those that stop."""

    stops: int = 0
    degrades: int = 0
    unknown: int = 0
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Surviving:
    """Workflows that the loss of no one thing of a kind harms: their number and their weight."""

    workflows: int = 0
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Relations:
    """What a repository's own catalog file says: its components, the interfaces that it offers,
    and what it depends on, components and interfaces alike."""

    components: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One repository of the fleet, audited or not.

    ``state`` is ``audited``, ``kept`` (the report of an earlier run still holds) or ``failed``;
    ``why`` says what went wrong. ``report`` is the file of its own report, empty without one.
    ``tolls`` are by fault domain, named as in ``on_loss``; ``surviving`` by kind of domain.
    ``findings`` counts those that are not ignored, by severity. ``names`` are how the ids among
    the domains are called.
    """

    repository: Repository
    state: str
    why: str = ""
    report: str = ""
    revision: str | None = None
    calls: int = 0
    workflows: int = 0
    weight: int = 0
    tolls: dict[str, Toll] = field(default_factory=dict)
    surviving: dict[str, Surviving] = field(default_factory=dict)
    findings: dict[str, int] = field(default_factory=dict)
    gateways: tuple[str, ...] = ()
    credentials: tuple[str, ...] = ()
    relations: Relations = field(default_factory=Relations)
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Blast:
    """What the loss of one thing does to the whole fleet.

    ``share`` is ``toll.weight`` in the weight of all workflows, 0 to 1. ``stopped`` are the
    repositories in which a workflow stops, ``beyond`` those that depend on these.
    """

    domain: str
    kind: str
    name: str
    toll: Toll
    share: float
    stopped: tuple[str, ...]
    beyond: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """Something that several repositories use: a ``gateway``, or a ``credential`` by its name."""

    kind: str
    what: str
    name: str
    repositories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One repository depends on another, as ``says`` has it."""

    source: str
    target: str
    says: str


@dataclass(frozen=True, slots=True)
class FleetReport:
    """All of it. ``surviving`` is by kind of domain, over all repositories.

    ``members`` are in the order of what stands on a single vendor in them, the worst first.
    ``unmet`` are dependencies that no repository of the fleet answers to.
    """

    tool: Tool
    members: tuple[Member, ...]
    workflows: int
    weight: int
    blasts: tuple[Blast, ...]
    surviving: dict[str, Surviving]
    shared: tuple[Shared, ...]
    links: tuple[Link, ...]
    unmet: tuple[Link, ...]
