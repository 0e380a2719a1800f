"""Where one change removes the most single points of failure."""

from __future__ import annotations

from dataclasses import dataclass

#: What has to be done, in the words of the report.
KINDS = (
    "add-fallback",
    "shared-fallback",
    "other-vendor",
    "wider-handler",
    "automatic-switch",
    "second-route",
    "second-index",
)
EFFORTS = ("small", "medium", "large")


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
    """Where a change can be made: a call, or a function through which several go.

    ``node`` is its name in the graph of ways: a call's id, or ``path:function``. ``kind`` and
    ``effort`` are among ``KINDS`` and ``EFFORTS``; ``calls`` are ids of the calls that the change
    takes care of, ``height`` the number of functions down to the farthest of them.
    """

    node: str
    path: str
    line: int
    function: str
    kind: str
    effort: str
    change: str
    calls: tuple[str, ...]
    height: int = 0


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
