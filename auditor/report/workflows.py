"""The workflows of a report, as several formats go through them: the most exposed first."""

from __future__ import annotations

from auditor.model.loss import RANK
from auditor.model.report import AuditReport, WorkflowReport
from auditor.report.words import worst
from auditor.resilience.score import weight_of


def by_exposure(report: AuditReport) -> list[WorkflowReport]:
    """Those first that stop, of these the critical ones, then those with most single points."""
    return sorted(report.workflows, key=_exposure)


def _exposure(flow: WorkflowReport) -> tuple[int, int, int, str, str]:
    return (
        RANK.get(worst(flow.on_loss), 1),
        -weight_of(flow),
        -len(flow.single_points),
        flow.name,
        flow.id,
    )
