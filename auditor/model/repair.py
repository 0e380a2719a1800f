"""Where one change removes the most single points of failure."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.program import Evidence


@dataclass(frozen=True, slots=True)
class Exposed:
    """A workflow that stops with a single loss: the calls whose failure stops it, by id.

    ``weight`` is what it counts, ``start`` the node where its ways begin.
    """

    workflow: str
    weight: int
    start: str
    calls: frozenset[str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change can be made: a call, or a function through which several calls go.

    ``node`` is its name in the graph of ways: a call's id, or ``path:function``. ``effort`` is
    ``small``, ``medium`` or ``large``; ``calls`` are ids of the calls that the change covers.
    """

    node: str
    path: str
    line: int
    function: str
    kind: str
    effort: str
    change: str
    calls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """All that a plan is made from: who is exposed, which way leads where, what can be changed."""

    exposed: tuple[Exposed, ...] = ()
    edges: tuple[tuple[str, str], ...] = ()
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Repair:
    """One step of the plan, in the order in which the steps help most.

    ``workflows`` are ids of the workflows that have no single point left once this and all steps
    before it are done, ``weight`` is theirs; ``remaining`` are those that still have one.
    ``domains`` are the single points that the covered calls hang on.
    """

    path: str
    line: int
    function: str
    kind: str
    effort: str
    change: str
    calls: tuple[str, ...]
    domains: tuple[str, ...]
    workflows: tuple[str, ...]
    weight: int
    remaining: tuple[str, ...]
    remaining_weight: int
    evidence: tuple[Evidence, ...] = ()
