"""What an earlier report said otherwise: workflows that got worse, and those that got better."""

from __future__ import annotations

from rich.text import Text

from auditor.model.change import Turn
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, more, table
from auditor.report.words import be, count, domain

SHOWN = 10

_COLUMNS = (
    Column(long=Long.CUT_END, least=12),
    Column(long=Long.CUT_END, least=10),
    Column(long=Long.WRAP, least=16),
)


def changes(report: AuditReport, view: View) -> list[Text]:
    """Only where there is an earlier report to compare with; platforms only with ``-v``."""
    change = view.change
    if change is None:
        return []
    lines: list[Text] = []
    for title, turns, style in (
        ("Worse than before", change.worse, "red"),
        ("Better than before", change.better, "green"),
    ):
        told = [turn for turn in turns if view.verbose or ":" not in turn.domain]
        if told:
            lines += [Text()] * bool(lines) + [Text(MARGIN + title, style=f"bold {style}")]
            shown = told if view.verbose else told[:SHOWN]
            lines += _table(shown, report, view) + more(told, shown)
    if change.gone:
        gone = f"{count(len(change.gone), 'finding')} of before {be(len(change.gone))} gone"
        lines += [Text()] * bool(lines) + [Text(MARGIN + gone, style="green")]
    return lines


def _table(turns: list[Turn], report: AuditReport, view: View) -> list[Text]:
    rows = [
        [
            Cell(turn.workflow),
            Cell(report.names.get(turn.domain, domain(turn.domain))),
            Cell(f"{turn.before or 'not needed'} → {turn.after or 'not needed'}"),
        ]
        for turn in turns
    ]
    return table(_COLUMNS, rows, view.width)
