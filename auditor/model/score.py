"""Numbers about the whole repository, each with the arithmetic that leads to it."""

from __future__ import annotations

from dataclasses import dataclass, field

#: What a workflow weighs, by its declared criticality.
WEIGHTS = {"critical": 4, "normal": 2, "batch": 1}


@dataclass(frozen=True, slots=True)
class Exposure:
    """How much stops when one thing is lost.

    ``domain`` is named as ``on_loss`` names it. ``share`` is ``weight``, the weight of the
    workflows that stop, in that of all workflows, 0 to 1. The lists hold ids of workflows.
    """

    domain: str
    kind: str
    share: float
    weight: int
    stops: tuple[str, ...]
    degrades: tuple[str, ...]
    unknown: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Survival:
    """How much survives the loss of any one thing of a kind, whichever it is.

    Each workflow is in the list of the worst that any single loss does to it; one that asks
    somebody unknown is in ``unknown`` unless it stops for sure. ``share`` is by weight, 0 to 1,
    None without workflows.
    """

    kind: str
    share: float | None
    weight: int
    survives: tuple[str, ...]
    degrades: tuple[str, ...]
    stops: tuple[str, ...]
    unknown: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Concentration:
    """How unevenly the workflows are spread over the vendors that they ask first.

    ``hhi`` is the sum of the squared ``shares``: 1 for a single vendor, 1/n for n equal ones,
    None where no vendor is known. ``unknown`` is the weight of workflows that ask nobody known.
    """

    hhi: float | None = None
    shares: dict[str, float] = field(default_factory=dict)
    unknown: int = 0
    says: str = ""


@dataclass(frozen=True, slots=True)
class Bond:
    """A line that uses what only one vendor has. ``calls`` are ids of the calls on it."""

    feature: str
    name: str
    path: str
    line: int
    sdk: str
    calls: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Portability:
    """How many of the calls use nothing that only one vendor has.

    ``share`` is ``free`` in ``calls``, 0 to 1, None without calls; ``bonds`` are the lines that
    have to be built anew with another vendor.
    """

    share: float | None = None
    calls: int = 0
    free: int = 0
    bonds: tuple[Bond, ...] = ()
    says: str = ""


@dataclass(frozen=True, slots=True)
class Scores:
    """All scores of a report. ``weight`` is that of all ``workflows``, ``weights`` of one each."""

    weights: dict[str, int] = field(default_factory=lambda: dict(WEIGHTS))
    workflows: int = 0
    weight: int = 0
    exposure: tuple[Exposure, ...] = ()
    survival: tuple[Survival, ...] = ()
    concentration: Concentration = field(default_factory=Concentration)
    portability: Portability = field(default_factory=Portability)
