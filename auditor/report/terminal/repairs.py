"""The repair plan: where one change helps most."""

from __future__ import annotations

from rich.text import Text

from auditor.graph.text import place, plain
from auditor.model.repair import Repair
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.repairs import reach
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, table

SHOWN = 3

_COLUMNS = (
    Column(right=True, least=2),
    Column("Repair", Long.CUT_START, least=16),
    Column("Saves", least=5, right=True),
    Column("Left", least=4, right=True),
    Column("Effort", least=6),
    Column("Change", Long.WRAP, least=16),
)


def repairs(report: AuditReport, view: View) -> list[Text]:
    """How far the first few changes lead, and what they are; all where the first save nothing."""
    plan = report.repair_plan
    if not plan:
        return []
    shown = plan if view.verbose else plan[:SHOWN]
    title = reach(plan, shown if any(step.workflows for step in shown) else plan, "edit")
    rest = f"; {len(plan) - len(shown)} more edits: -v" if len(shown) < len(plan) else ""
    rows = [_row(number, step) for number, step in enumerate(shown, 1)]
    return [Text(f"{MARGIN}{title}{rest}", style="bold"), *table(_COLUMNS, rows, view.width)]


def _row(number: int, step: Repair) -> list[Cell]:
    return [
        Cell(f"{number}."),
        Cell(place(step.path, step.line)),
        Cell(str(len(step.workflows))),
        Cell(str(len(step.remaining))),
        Cell(step.effort),
        Cell(plain(step.change)),
    ]
