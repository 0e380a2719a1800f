"""Rows that gather what the report says in several places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from auditor.graph.targets import UNKNOWN, targets_of
from auditor.model.report import AuditReport, CallReport, Target, WorkflowReport
from auditor.report.html.scenarios import Scenario

_KINDS = ("vendor", "platform", "gateway", "model")


@dataclass(frozen=True, slots=True)
class Point:
    """Something that stops workflows when it is lost alone."""

    title: str
    kind: str
    flows: tuple[WorkflowReport, ...]


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A vendor, platform, gateway or model; how much uses it, and what it is asked with."""

    key: str
    kind: str
    title: str
    calls: int
    flows: int
    others: tuple[str, ...]


def points(report: AuditReport, scenarios: Iterable[Scenario]) -> tuple[Point, ...]:
    """Each single point of failure with its workflows, the one that stops most first."""
    found = []
    for scenario in scenarios:
        flows = tuple(flow for flow in report.workflows if scenario.key in flow.single_points)
        if flows:
            found.append(Point(scenario.title, scenario.kind, flows))
    return tuple(sorted(found, key=lambda point: -len(point.flows)))


def targets(report: AuditReport, calls: Mapping[str, CallReport]) -> tuple[TargetRow, ...]:
    """Everything that any call may ask: vendors first, the most used first in each kind."""
    users: dict[tuple[str, str], set[str]] = {}
    others: dict[tuple[str, str], set[str]] = {}
    for call in calls.values():
        for target in targets_of(call):
            parts = _parts(target)
            for part in parts:
                users.setdefault(part, set()).add(call.id)
                near = {other for other in parts if other[0] != part[0]}
                others.setdefault(part, set()).update(_title(other, report) for other in near)
    rows = []
    for part, found in users.items():
        flows = sum(not found.isdisjoint(flow.calls) for flow in report.workflows)
        rows.append(
            TargetRow(":".join(part), part[0], _title(part, report), len(found), flows,
                      tuple(sorted(others[part])))
        )  # fmt: skip
    return tuple(sorted(rows, key=lambda r: (_KINDS.index(r.kind), -r.flows, -r.calls, r.title)))


def _parts(target: Target) -> list[tuple[str, str]]:
    parts = [("vendor", target.vendor or UNKNOWN)]
    parts += [("platform", target.platform), ("model", target.model)]
    return [part for part in parts if part[1]] + [("gateway", id) for id in target.gateways]


def _title(part: tuple[str, str], report: AuditReport) -> str:
    kind, id = part
    if part == ("vendor", UNKNOWN):
        return "not known"
    return id if kind == "model" else report.names.get(id, id)
