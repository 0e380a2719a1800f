"""The repair plan as the page tells it."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.repair import Repair
from auditor.model.report import AuditReport
from auditor.report.repairs import exposed, reach


@dataclass(frozen=True, slots=True)
class Plan:
    """The steps, and how many workflows have a single point of failure before the first."""

    title: str
    exposed: int
    steps: tuple[Repair, ...]


def plan(report: AuditReport) -> Plan | None:
    """None where there is nothing to repair, or no way to."""
    steps = report.repair_plan
    if not steps:
        return None
    return Plan(reach(steps, steps, "change"), exposed(steps), steps)
