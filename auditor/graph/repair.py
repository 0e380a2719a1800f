"""The fewest places where a change leaves no workflow with a single point of failure.

A set of places is enough for a workflow when every way from its start to a call that can stop it
leads through one of them: a vertex cut. One cut for all workflows is found as a maximum flow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx

from auditor.model.repair import Exposed, Place, Ways

if TYPE_CHECKING:
    Graph = nx.DiGraph[str]

#: Sets of places that are tried one by one before the cut is taken as it is.
MOST_SETS = 20_000
EFFORTS = ("small", "medium", "large")

_SOURCE, _SINK = "\x00source", "\x00sink"
#: One place costs more than the efforts of all others together can differ.
_PLACE = 1_000_000


class Step:
    """A place of the plan, the workflows that it saves, and those that remain."""

    __slots__ = ("place", "remaining", "saved")

    def __init__(
        self, place: Place, saved: tuple[Exposed, ...], remaining: tuple[Exposed, ...]
    ) -> None:
        self.place = place
        self.saved = saved
        self.remaining = remaining


def plan_repairs(ways: Ways) -> list[Step]:
    """The plan, the step that saves most first.

    It is the smallest there is where the ways of each workflow lead to no call but those that
    stop it, or where there are few places; else the smallest that the cut gives.
    """
    problem = _Problem(ways)
    chosen = problem.cut()
    chosen = problem.without_needless(chosen)
    chosen = problem.smaller(chosen) or chosen
    return problem.in_order(chosen)


class _Problem:
    def __init__(self, ways: Ways) -> None:
        self._places = {place.node: place for place in ways.places}
        self._graph: Graph = nx.DiGraph()
        self._graph.add_edges_from(ways.edges)
        self._exposed = [flow for flow in ways.exposed if self._can_be_saved(flow)]
        self._lost = tuple(flow for flow in ways.exposed if flow not in self._exposed)

    def _can_be_saved(self, flow: Exposed) -> bool:
        return flow.calls <= self._places.keys()

    def cut(self) -> set[str]:
        """The cheapest cut between the starts of all exposed workflows and all their calls."""
        if not self._exposed:
            return set()
        flow: Graph = nx.DiGraph()
        for node in self._graph:
            place = self._places.get(node)
            capacity = {"capacity": _PLACE + _cost(place)} if place is not None else {}
            flow.add_edge(f"in {node}", f"out {node}", **capacity)
        flow.add_edges_from((f"out {a}", f"in {b}") for a, b in self._graph.edges)
        for one in self._exposed:
            flow.add_edge(_SOURCE, f"in {one.start}")
            flow.add_edges_from((f"out {call}", _SINK) for call in one.calls)
            flow.add_edges_from((_SOURCE, f"in {call}") for call in one.calls - self._below(one))
        _, (near, far) = nx.minimum_cut(flow, _SOURCE, _SINK)
        return {n for n in self._places if f"in {n}" in near and f"out {n}" in far}

    def _below(self, flow: Exposed) -> set[str]:
        return nx.descendants(self._graph, flow.start) if flow.start in self._graph else set()

    def saves(self, flow: Exposed, chosen: Collection[str]) -> bool:
        """Whether every way to a call that stops the workflow leads through a chosen place."""
        if flow.start in chosen:
            return True
        todo, seen = [flow.start], {flow.start}
        while todo:
            for after in self._graph.successors(todo.pop()) if todo[-1] in self._graph else ():
                if after in chosen or after in seen:
                    continue
                if after in flow.calls:
                    return False
                seen.add(after)
                todo.append(after)
        return (flow.calls - self._below(flow)) <= set(chosen)

    def _all_saved(self, chosen: Collection[str]) -> bool:
        return all(self.saves(flow, chosen) for flow in self._exposed)

    def without_needless(self, chosen: set[str]) -> set[str]:
        """The places without those that the others make superfluous, the dearest looked at first."""
        for node in sorted(chosen, key=lambda n: (-_cost(self._places[n]), n)):
            if self._all_saved(chosen - {node}):
                chosen = chosen - {node}
        return chosen

    def smaller(self, chosen: set[str]) -> set[str] | None:
        """A smaller set that does, if there is one and the sets are few enough to try."""
        nodes = sorted(self._places, key=lambda n: (_cost(self._places[n]), n))
        tried = 0
        for size in range(len(chosen)):
            for some in combinations(nodes, size):
                tried += 1
                if tried > MOST_SETS:
                    return None
                if self._all_saved(some):
                    return set(some)
        return None

    def in_order(self, chosen: Iterable[str]) -> list[Step]:
        """The places, each time the one next that saves the greatest weight."""
        left, done = set(chosen), set[str]()
        open_ = list(self._exposed)
        steps: list[Step] = []
        while left:
            node = min(left, key=lambda n: self._merit(n, done, open_))
            left.remove(node)
            done.add(node)
            saved = tuple(flow for flow in open_ if self.saves(flow, done))
            open_ = [flow for flow in open_ if flow not in saved]
            steps.append(Step(self._places[node], saved, (*open_, *self._lost)))
        return steps

    def _merit(
        self, node: str, done: set[str], open_: Sequence[Exposed]
    ) -> tuple[int, int, int, str]:
        """Weight that is saved with the place, else calls that it takes care of; then effort."""
        place = self._places[node]
        weight = sum(flow.weight for flow in open_ if self.saves(flow, done | {node}))
        covered = sum(flow.weight * len(flow.calls & set(place.calls)) for flow in open_)
        return -weight, -covered, _cost(place), node


def _cost(place: Place) -> int:
    return EFFORTS.index(place.effort)
