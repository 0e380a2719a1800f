"""GitLab's Code Quality report: a list of findings beside the lines of a merge request."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256
from typing import Any

from auditor.graph.text import json_text, plain
from auditor.model.finding import Finding, Severity
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.findings import standing
from auditor.report.links import from_top

_SEVERITIES = {
    Severity.CRITICAL: "blocker",
    Severity.HIGH: "critical",
    Severity.MEDIUM: "major",
    Severity.LOW: "minor",
    Severity.INFO: "info",
}


def render(report: AuditReport, view: View) -> str:  # noqa: ARG001 - every format takes a view
    """One entry for each finding that nobody suppressed: the format has no word for the others."""
    seen: Counter[str] = Counter()
    entries = []
    for finding in standing(report):
        entries.append(_entry(report, finding, seen[finding.fingerprint]))
        seen[finding.fingerprint] += 1
    return json_text(entries)


def _entry(report: AuditReport, finding: Finding, twins: int) -> dict[str, Any]:
    fix = f". Next: {plain(finding.fix)}" if finding.fix else ""
    identity = f"{plain(finding.check)} {plain(finding.fingerprint)} {twins}"
    return {
        "description": plain(finding.message) + fix or "-",
        "check_name": plain(finding.check),
        # Entries with the same fingerprint count as one and are dropped without a word.
        "fingerprint": sha256(identity.encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": from_top(report, finding.path),
            "lines": {"begin": max(finding.line, 1)},
        },
    }
