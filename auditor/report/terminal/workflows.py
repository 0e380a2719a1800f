"""The table of workflows: where each begins, whom it asks, what a loss does to it."""

from __future__ import annotations

from rich.text import Text

from auditor.model.report import AuditReport, WorkflowReport
from auditor.report import View
from auditor.report.terminal.table import Cell, Column, Long, more, table
from auditor.report.terminal.words import outcome_of
from auditor.report.words import is_judged
from auditor.report.workflows import by_exposure

SHOWN = 40

_COLUMNS = (
    Column("Workflow", least=12),
    Column("Entry", Long.CUT_START, least=12),
    Column("Calls", least=5, right=True),
    Column("Vendors", Long.WRAP_LIST, least=10),
    Column("If one is down", Long.WRAP_LIST, least=10),
)


def workflows(report: AuditReport, view: View) -> list[Text]:
    """The most exposed workflows first; all of them if the reader wants to know everything."""
    found = by_exposure(report)
    if not found:
        return []
    shown = found if view.verbose else found[:SHOWN]
    columns = _COLUMNS if is_judged(found) else _COLUMNS[:-1]
    rows = [_row(workflow)[: len(columns)] for workflow in shown]
    return [*table(columns, rows, view.width, rule=True), *more(found, shown)]


def _row(workflow: WorkflowReport) -> list[Cell]:
    return [
        Cell(workflow.name),
        Cell(f"{workflow.entry.path}:{workflow.entry.line}", "dim"),
        Cell(str(len(workflow.calls))),
        Cell(", ".join(workflow.vendors) or "unknown"),
        outcome_of(workflow.on_loss, workflow.vendors),
    ]
