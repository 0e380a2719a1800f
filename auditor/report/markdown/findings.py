"""The findings in Markdown: what is wrong, where, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.model.finding import Finding
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.findings import standing
from auditor.report.markdown.places import linked
from auditor.report.markdown.text import text

SHOWN = 20
STEPS = 8


def findings(report: AuditReport, view: View) -> Iterator[str]:
    """The worst of them; where there is something to compare with, only those that are new."""
    found: Sequence[Finding] = view.change.appeared if view.change else standing(report)
    for finding in found[:SHOWN]:
        yield ""
        yield from _finding(report, view, finding)
    if len(found) > SHOWN:
        yield f"\n{len(found) - SHOWN} more findings are in the full report."


def _finding(report: AuditReport, view: View, finding: Finding) -> Iterator[str]:
    title = f"**{finding.severity.value.capitalize()} · {text(finding.check)}**"
    where = linked(report, view, finding.path, finding.line, finding.cell)
    yield f"{title} – {where}: {text(finding.message)}"
    for step in finding.evidence[:STEPS]:
        yield f"- {linked(report, view, step.path, step.line)} {text(step.says)}"
    if len(finding.evidence) > STEPS:
        yield f"- and {len(finding.evidence) - STEPS} more lines"
    if finding.fix:
        yield f"\nNext: {text(finding.fix)}"
