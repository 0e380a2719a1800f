"""The help desk of ``tests/report/sample.py`` as the page shows it best: with findings and debt."""

from __future__ import annotations

from dataclasses import replace

from auditor.model.finding import Confidence, Finding, Severity, Suppression
from auditor.model.program import Evidence
from auditor.model.report import AuditReport
from tests.report import sample


def finding(fingerprint: str, message: str, **changes: object) -> Finding:
    """A finding about the call that answers tickets."""
    base = Finding(
        check="no-fallback",
        severity=Severity.HIGH,
        confidence=Confidence.HIGH,
        message=message,
        path="app/replies.py",
        line=48,
        end_line=48,
        column=4,
        cell=0,
        workflows=("w-reply",),
        calls=("c-reply",),
        domains=("acme",),
        evidence=(Evidence("app/replies.py", 48, "client.chat(model=MODEL)"),),
        fix="Give it a second vendor.",
        fingerprint=fingerprint,
    )
    return replace(base, **changes)  # type: ignore[arg-type]


DECISION = Suppression("inline", "a person answers then", "2027-03-31", "app/replies.py", 47)

FINDINGS = (
    finding("f1", "Answer a ticket stops without Acme AI"),
    finding("f2", "GET /search has no timeout", severity=Severity.MEDIUM, check="no-timeout"),
    finding("f3", "cron tag_all waits for long", suppressions=(DECISION,)),
)


def report(**changes: object) -> AuditReport:
    """The help desk with its findings."""
    return replace(sample.report(findings=FINDINGS), **changes)  # type: ignore[arg-type]
