"""The repair plan in Markdown: where one change helps most."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.repair import Repair
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.markdown.places import linked
from auditor.report.markdown.text import text

SHOWN = 5


def repairs(report: AuditReport, view: View) -> Iterator[str]:
    """The first steps, with how many workflows each saves and how many are then left."""
    plan = report.repair_plan
    if not plan:
        return
    yield "| | Where | Change | Effort | Saves | Left |"
    yield "|---|---|---|---|---|---|"
    for number, step in enumerate(plan[:SHOWN], 1):
        yield _row(report, view, number, step)
    if len(plan) > SHOWN:
        yield f"\n{len(plan) - SHOWN} more changes are in the full report."


def _row(report: AuditReport, view: View, number: int, step: Repair) -> str:
    where = linked(report, view, step.path, step.line)
    cells = [where, text(step.change), text(step.effort)]
    saves, left = len(step.workflows), len(step.remaining)
    return f"| {number} | {' | '.join(cells)} | {saves} | {left} |"
