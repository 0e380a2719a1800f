"""Which calls make each workflow stop, the ways that lead to them, and where a change can be made.

A call makes a workflow stop when its failure alone does, for any of the classes of failure that
every outage may show. Where only several at once do, since they need the same vendor, those that
are made as shipped are taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from auditor.model.behaviour import OUTAGE_CLASSES, Behaviour, Enter, Request, nodes, parts
from auditor.model.program import Entrypoint
from auditor.model.repair import Exposed, Ways
from auditor.model.report import AuditReport, WorkflowReport
from auditor.resilience.domains import domains_of
from auditor.resilience.places import find_places
from auditor.resilience.runs import Runs
from auditor.resilience.score import weight_of
from auditor.resilience.simulate import Simulation
from auditor.resilience.states import outcome


def find_ways(report: AuditReport, runs: Runs) -> Ways:
    """All that a repair plan for the workflows of the report is made from."""
    entries = {entry.id: entry for entry in runs.program.entrypoints}
    flows = [flow for flow in report.workflows if flow.single_points]
    search = _Search(runs)
    exposed = search.exposed([(flow, entries[flow.id]) for flow in flows])
    calls = {call.id: call for call in report.calls}
    fatal = {call for one in exposed for call in one.calls}
    stopping = [calls[call] for call in sorted(fatal)]
    places = find_places(search.bodies, runs.program.keys, stopping)
    return Ways(exposed, tuple(sorted(search.edges)), places)


class _Hit(NamedTuple):
    """Calls of a workflow that need one of its single points; ``usual`` are made as shipped."""

    calls: frozenset[str]
    usual: frozenset[str]


class _Search:
    def __init__(self, runs: Runs) -> None:
        self._runs = runs
        self._requests: dict[str, list[Request]] = defaultdict(list)
        for node in nodes(runs.roots):
            if isinstance(node, Request):
                self._requests[node.call].append(node)
        self.edges: set[tuple[str, str]] = set()
        self.bodies: dict[str, dict[int, Behaviour]] = defaultdict(dict)

    def exposed(self, flows: Sequence[tuple[WorkflowReport, Entrypoint]]) -> tuple[Exposed, ...]:
        """Each workflow with the calls that make it stop; the ways to them are noted."""
        starts = [f"{entry.path}:{entry.function}" for _, entry in flows]
        hit = [
            self._hit(flow, self._walk(start, entry.behaviour))
            for (flow, entry), start in zip(flows, starts, strict=True)
        ]
        fatal = self._fatal(hit, [entry.behaviour for _, entry in flows])
        found: list[Exposed] = []
        for number, (flow, _) in enumerate(flows):
            calls = set[str]()
            for one in hit[number]:
                calls.update(one.usual & fatal[number] or one.usual or one.calls)
            ids = frozenset(self._runs.calls[call].id for call in calls)
            found.append(Exposed(flow.id, weight_of(flow), starts[number], ids))
        return tuple(found)

    def _hit(self, flow: WorkflowReport, requests: list[Request]) -> list[_Hit]:
        """For each single point of a workflow the calls that need it."""
        found: list[_Hit] = []
        for point in flow.single_points:
            calls = frozenset(r.call for r in requests if _needs(r, point))
            calls &= self._runs.calls.keys()
            found.append(_Hit(calls, calls & self._runs.requested))
        return found

    def _fatal(self, hit: Sequence[list[_Hit]], behaviours: Sequence[Behaviour]) -> list[set[str]]:
        """Of the calls that are made as shipped, those that stop each workflow alone.

        The runs in which one call fails are let go of before the next one does.
        """
        concerned: dict[str, list[int]] = defaultdict(list)
        for number, hits in enumerate(hit):
            for call in frozenset[str]().union(*(one.usual for one in hits)):
                concerned[call].append(number)
        fatal: list[set[str]] = [set() for _ in behaviours]
        for call in sorted(concerned):
            failing = self._failing(call)
            for number in concerned[call]:
                if self._stops(failing, behaviours[number]):
                    fatal[number].add(call)
        return fatal

    def _failing(self, call: str) -> list[Simulation]:
        bit = self._runs.sets.bit(call)
        told_apart = self._runs.errors.told_apart(self._requests[call])
        return [
            self._runs.under(lambda _request, _attempt: True, word, bit)
            for word in dict.fromkeys(told_apart[c] for c in OUTAGE_CLASSES)
        ]

    def _stops(self, failing: list[Simulation], behaviour: Behaviour) -> bool:
        ends = (self._runs.ends(run, behaviour) for run in failing)
        return any(found is not None and outcome(found) == "stops" for found in ends)

    def _walk(self, start: str, behaviour: Behaviour) -> list[Request]:
        """Every request below; the edges from function to function and call are noted."""
        found: dict[int, Request] = {}
        todo, seen = [(start, behaviour)], {(start, id(behaviour))}
        self.bodies[start][id(behaviour)] = behaviour
        while todo:
            inside, node = todo.pop()
            below = inside
            if isinstance(node, Request):
                found[id(node)] = node
                self._note(inside, node)
            elif isinstance(node, Enter):
                if node.deferred:
                    continue
                below = node.function
                self.edges.add((inside, below))
                self.bodies[below][id(node.body)] = node.body
            for part in parts(node):
                if (below, id(part)) not in seen:
                    seen.add((below, id(part)))
                    todo.append((below, part))
        return list(found.values())

    def _note(self, inside: str, request: Request) -> None:
        if request.call in self._runs.calls:
            self.edges.add((inside, self._runs.calls[request.call].id))


def _needs(request: Request, point: str) -> bool:
    return any(point in domains_of(attempt) for attempt in request.attempts)
