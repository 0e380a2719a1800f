"""The findings of a report, as several formats go through them: the worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from auditor.model.finding import Finding, Severity
from auditor.model.report import AuditReport


def in_order(report: AuditReport) -> list[Finding]:
    """All of them, the suppressed ones too."""
    return sorted(report.findings, key=lambda finding: finding.order)


def standing(report: AuditReport) -> list[Finding]:
    """Those that nobody suppressed."""
    return [finding for finding in in_order(report) if not finding.suppressions]


def severities(findings: Iterable[Finding]) -> list[str]:
    """``2 high``, ``1 low``."""
    counted = Counter(finding.severity for finding in findings)
    return [f"{counted[severity]} {severity.value}" for severity in Severity if counted[severity]]
