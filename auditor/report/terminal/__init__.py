"""The report for people: what is wrong, then the tables, and at the end what the gate says."""

from __future__ import annotations

from rich.text import Text

from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.terminal.changes import changes
from auditor.report.terminal.details import details
from auditor.report.terminal.findings import findings
from auditor.report.terminal.footer import footer
from auditor.report.terminal.repairs import repairs
from auditor.report.terminal.scores import scores
from auditor.report.terminal.unreached import unreached
from auditor.report.terminal.vendors import vendors
from auditor.report.terminal.workflows import workflows
from auditor.report.terminal.write import write


def render(report: AuditReport, view: View) -> str:
    """The report as lines that fit the view's width."""
    sections = [
        findings(report, view),
        workflows(report, view),
        vendors(report, view),
        scores(report, view),
        repairs(report, view),
        unreached(report, view),
        details(report, view),
        changes(report, view),
        footer(report, view),
    ]
    lines: list[Text] = []
    for section in filter(None, sections):
        lines += [Text(), *section] if lines else section
    return write(lines, view)
