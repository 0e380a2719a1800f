"""The fewest places where a change leaves no workflow with a single point of failure.

A set of places is enough for a workflow when every way from its start to a call that can stop it
leads through one of them: a vertex cut. One cut for all workflows is found as a maximum flow.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

import networkx as nx
from networkx.algorithms.flow import dinitz

from auditor.model.repair import EFFORTS, Exposed, Place, Repair, Ways
from auditor.model.report import AuditReport

if TYPE_CHECKING:
    Graph = nx.DiGraph[str]

#: Sets of places that are tried one by one before the cut is taken as it is.
MOST_SETS = 20_000

#: A place, the workflows that it saves, and those that remain.
Step = tuple[Place, tuple[Exposed, ...], tuple[Exposed, ...]]

_SOURCE, _SINK = "\x00source", "\x00sink"
#: One place costs more than the efforts of all others together can differ.
_PLACE = 1_000_000


def plan_repairs(ways: Ways, report: AuditReport) -> tuple[Repair, ...]:
    """The plan, the step that saves the greatest weight first.

    It is the smallest there is where the ways of each workflow lead to no call but those that
    stop it, or where there are few places; else the smallest that the cut gives.
    """
    problem = _Problem(ways)
    chosen = problem.without_needless(problem.cut())
    chosen = problem.smaller(chosen) or chosen
    losses = {
        call.id: {domain for domain, word in call.on_loss.items() if word == "stops"}
        for call in report.calls
    }
    return tuple(
        _repair(place, saved, remaining, losses)
        for place, saved, remaining in problem.in_order(chosen)
    )


def _repair(
    place: Place,
    saved: Sequence[Exposed],
    remaining: Sequence[Exposed],
    losses: Mapping[str, set[str]],
) -> Repair:
    return Repair(
        path=place.path,
        line=place.line,
        function=place.function,
        kind=place.kind,
        effort=place.effort,
        change=place.change,
        calls=place.calls,
        domains=tuple(sorted({domain for call in place.calls for domain in losses[call]})),
        workflows=tuple(flow.workflow for flow in saved),
        weight=sum(flow.weight for flow in saved),
        remaining=tuple(flow.workflow for flow in remaining),
        remaining_weight=sum(flow.weight for flow in remaining),
    )


class _Problem:
    def __init__(self, ways: Ways) -> None:
        self._places = {place.node: place for place in ways.places}
        self._graph: Graph = nx.DiGraph()
        self._graph.add_nodes_from(flow.start for flow in ways.exposed)
        self._graph.add_edges_from(ways.edges)
        self._graph = self._between(ways.exposed)
        self._exposed = [flow for flow in ways.exposed if self._can_be_saved(flow)]
        self._lost = tuple(flow for flow in ways.exposed if flow not in self._exposed)
        # Asked tens of thousands of times: plain mappings, without the library's views.
        self._next = {node: tuple(self._graph.successors(node)) for node in self._graph}
        self._reached: dict[str, frozenset[str]] = {}
        self._known: dict[tuple[str, frozenset[str], frozenset[str]], bool] = {}
        self._near = self._flows_by_place()
        self._beside: dict[str, list[str]] = {}
        for node, flows in self._near.items():
            for flow in flows:
                self._beside.setdefault(flow.workflow, []).append(node)
        self._free = {flow.workflow for flow in self._exposed if self.saves(flow, ())}

    def _flows_by_place(self) -> dict[str, list[Exposed]]:
        """The workflows to which a place can matter: others need not be looked at again for it."""
        found: dict[str, list[Exposed]] = {node: [] for node in self._places}
        by_call: dict[str, list[str]] = {}
        for place in self._places.values():
            for call in place.calls:
                by_call.setdefault(call, []).append(place.node)
        for flow in self._exposed:
            behind = nx.descendants(self._graph, flow.start) | {flow.start}
            for call in flow.calls:
                behind.update(by_call.get(call, ()))
            for node in behind & found.keys():
                found[node].append(flow)
        return found

    def _between(self, exposed: Sequence[Exposed]) -> Graph:
        """The part of the graph that lies between the workflows and the calls that stop them."""
        ends = {call for flow in exposed for call in flow.calls if call in self._graph}
        kept = {flow.start for flow in exposed} | ends
        for end in ends:
            kept |= nx.ancestors(self._graph, end)
        return self._graph.subgraph(kept).copy()

    def _can_be_saved(self, flow: Exposed) -> bool:
        return bool(flow.calls) and flow.calls <= self._places.keys()

    def cut(self) -> set[str]:
        """The cheapest cut between the starts of all exposed workflows and all their calls.

        Where no way leads from one part of the graph to another, each part is cut by itself.
        """
        chosen: set[str] = set()
        starts = {one.start for one in self._exposed}
        ends = {call for one in self._exposed for call in one.calls}
        for part in nx.weakly_connected_components(self._graph):
            if not part.isdisjoint(starts) and not part.isdisjoint(ends):
                chosen |= self._cut_part(self._graph.subgraph(part), part & starts, part & ends)
        return chosen

    def _cut_part(self, part: Graph, starts: set[str], ends: set[str]) -> set[str]:
        flow: Graph = nx.DiGraph()
        for node in part:
            place = self._places.get(node)
            capacity = {"capacity": _PLACE + _cost(place)} if place is not None else {}
            flow.add_edge(f"in {node}", f"out {node}", **capacity)
        flow.add_edges_from((f"out {a}", f"in {b}") for a, b in part.edges)
        flow.add_edges_from((_SOURCE, f"in {start}") for start in starts)
        flow.add_edges_from((f"out {call}", _SINK) for call in ends)
        _, (near, far) = nx.minimum_cut(flow, _SOURCE, _SINK, flow_func=dinitz)
        return {n for n in part if n in self._places and f"in {n}" in near and f"out {n}" in far}

    def saves(self, flow: Exposed, chosen: Collection[str]) -> bool:
        """Whether every way to a call that stops the workflow leads through a chosen place."""
        if not flow.calls.isdisjoint(self._behind(flow)):
            return self._leads_through(flow, frozenset(chosen) & self._behind(flow))
        return True

    def _behind(self, flow: Exposed) -> frozenset[str]:
        """All that lies on the ways of a workflow, its start included."""
        found = self._reached.get(flow.start)
        if found is None:
            found = self._reached[flow.start] = frozenset(self._from(flow.start, frozenset()))
        return found

    def _leads_through(self, flow: Exposed, chosen: frozenset[str]) -> bool:
        """As ``saves``, of the chosen places that lie on the ways of the workflow."""
        key = (flow.start, flow.calls, chosen)
        found = self._known.get(key)
        if found is None:
            reached = self._from(flow.start, chosen)
            found = self._known[key] = flow.calls.isdisjoint(reached)
        return found

    def _from(self, start: str, without: frozenset[str]) -> set[str]:
        """What can be reached without going through some places."""
        todo = [] if start in without else [start]
        seen = set(todo)
        while todo:
            for after in self._next[todo.pop()]:
                if after not in without and after not in seen:
                    seen.add(after)
                    todo.append(after)
        return seen

    def _all_saved(self, chosen: Collection[str]) -> bool:
        return all(self.saves(flow, chosen) for flow in self._exposed)

    def without_needless(self, chosen: set[str]) -> set[str]:
        """The places without those that the others make superfluous.

        The dearest are looked at first.
        """
        for node in sorted(chosen, key=lambda n: (-_cost(self._places[n]), n)):
            if all(self.saves(flow, chosen - {node}) for flow in self._near[node]):
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
        open_ = {flow.workflow: flow for flow in self._exposed}
        steps: list[Step] = []
        merits: dict[str, tuple[int, int, int, str]] = {}
        while left:
            for node in left - merits.keys():
                merits[node] = self._merit(node, done, open_)
            node = min(left, key=merits.__getitem__)
            left.remove(node)
            done.add(node)
            # Some need no place at all: they are done with the first.
            concerned = self._near[node] if steps else self._exposed
            saved = tuple(
                flow for flow in concerned if flow.workflow in open_ and self.saves(flow, done)
            )
            for flow in saved:
                del open_[flow.workflow]
            # Only places on the ways of these workflows are worth more or less than before.
            for flow in (*self._near[node], *saved):
                for near in self._beside.get(flow.workflow, ()):
                    merits.pop(near, None)
            steps.append((self._places[node], saved, (*open_.values(), *self._lost)))
        return steps

    def _merit(
        self, node: str, done: set[str], open_: Mapping[str, Exposed]
    ) -> tuple[int, int, int, str]:
        """Weight that is saved with the place, else calls that it takes care of; then effort."""
        near = [flow for flow in self._near[node] if flow.workflow in open_]
        place = self._places[node]
        bound = [flow for flow in near if flow.workflow not in self._free]
        weight = sum(flow.weight for flow in bound if self.saves(flow, done | {node}))
        covered = sum(flow.weight * len(flow.calls & set(place.calls)) for flow in near)
        return -weight, -covered, _cost(place), node


def _cost(place: Place) -> int:
    """Less effort is better, then what lies nearer to the calls."""
    return EFFORTS.index(place.effort) * 1000 + min(place.height, 999)
