"""Findings as the page tells them: by check, so that what is true of all of them stands once."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.finding import Finding
from auditor.model.report import AuditReport


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one check. ``fix`` is empty where they do not share it."""

    check: str
    title: str
    says: str
    fix: str
    findings: tuple[Finding, ...]


def groups(report: AuditReport) -> list[Group]:
    """What counts, the check with the gravest finding first."""
    pages = {page.id: page for page in report.checks}
    found: dict[str, list[Finding]] = {}
    for finding in sorted(active(report), key=_rank):
        found.setdefault(finding.check, []).append(finding)
    return [
        Group(
            check=check,
            title=pages[check].title if check in pages else check,
            says=pages[check].says if check in pages else "",
            fix=findings[0].fix if len({finding.fix for finding in findings}) == 1 else "",
            findings=tuple(findings),
        )
        for check, findings in found.items()
    ]


def active(report: AuditReport) -> list[Finding]:
    """The findings that nobody has decided to live with."""
    return [finding for finding in report.findings if not finding.suppressions]


def _rank(finding: Finding) -> tuple[object, ...]:
    return (finding.severity.rank, finding.path, finding.line, finding.check)
