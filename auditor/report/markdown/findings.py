"""The findings in Markdown: what is wrong, where, why, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.graph.text import place
from auditor.model.finding import Finding
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.findings import standing
from auditor.report.links import source_link
from auditor.report.markdown.text import code, link, text

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
    yield f"{title} – {_place(report, view, finding)}: {text(finding.message)}"
    for step in finding.evidence[:STEPS]:
        where = code(place(step.path, step.line))
        there = source_link(report, view.source_url, step.path, step.line)
        yield f"- {link(where, there)} {text(step.says)}"
    if len(finding.evidence) > STEPS:
        yield f"- and {len(finding.evidence) - STEPS} more lines"
    if finding.fix:
        yield f"\nNext: {text(finding.fix)}"


def _place(report: AuditReport, view: View, finding: Finding) -> str:
    where = code(place(finding.path, finding.line, finding.cell))
    return link(where, source_link(report, view.source_url, finding.path, finding.line))
