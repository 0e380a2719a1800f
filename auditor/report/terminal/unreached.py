"""Calls that no entry point leads to, as far as the rules know entry points."""

from __future__ import annotations

from rich.text import Text

from auditor.graph.text import place
from auditor.model.report import AuditReport, CallReport
from auditor.report import View
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, more, table
from auditor.report.words import be, count

SHOWN = 10

_COLUMNS = (
    Column(long=Long.CUT_START, least=16),
    Column(least=8),
    Column(long=Long.WRAP_LIST, least=10),
    Column(least=8),
)


def unreached_calls(report: AuditReport) -> list[CallReport]:
    """Those of product code, in the order of the report."""
    ids = set(report.coverage.unreached)
    return [call for call in report.calls if call.id in ids and not call.in_tests]


def unreached(report: AuditReport, view: View) -> list[Text]:
    """A heading with the number of such calls, and the first of them."""
    found = unreached_calls(report)
    if not found:
        return []
    shown = found if view.verbose else found[:SHOWN]
    title = f"{MARGIN}{count(len(found), 'call')} {be(len(found))} reached by nothing we recognise"
    rows = [
        [
            Cell(place(call.path, call.line, call.cell)),
            Cell(call.sdk),
            Cell(", ".join(call.vendors) or "unknown"),
            Cell(call.function, "dim"),
        ]
        for call in shown
    ]
    lines = table(_COLUMNS, rows, view.width)
    return [Text(title, style="bold"), *lines, *more(found, shown)]
