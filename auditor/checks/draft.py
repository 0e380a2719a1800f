"""A finding as a check words it; ``run.py`` adds its name and fingerprint."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.checks.case import Flows
from auditor.model.program import Evidence
from auditor.model.report import CallReport, WorkflowReport
from auditor.model.severity import Confidence, Severity

#: Kinds of workflow with a person in front who sees the failure and tries again.
ATTENDED = frozenset({"notebook"})


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a finding stands."""

    path: str
    line: int
    end_line: int
    column: int = 0
    cell: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """Everything but name and fingerprint.

    ``severity`` None takes that of the check's page, ``fix`` too where it is empty. ``subject``
    says what the finding is about in words that stay when code is moved: no path, no line.
    """

    message: str
    spot: Spot
    subject: tuple[str, ...]
    severity: Severity | None = None
    confidence: Confidence = Confidence.HIGH
    workflows: tuple[str, ...] = ()
    calls: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    fix: str = ""

    def for_all(self, workflows: tuple[str, ...], subject: tuple[str, ...]) -> Draft:
        """The same about several workflows at once."""
        return replace(self, workflows=workflows, subject=subject)


def about_call(
    call: CallReport,
    message: str,
    flows: Flows,
    *,
    severity: Severity | None = None,
    domains: tuple[str, ...] = (),
    more: tuple[Evidence, ...] = (),
    fix: str = "",
) -> Draft:
    """A draft about one call; ``flows`` are the workflows that suffer from it."""
    first = (_start_of(flows[0]),) if flows else ()
    return Draft(
        message=message,
        spot=Spot(call.path, call.line, call.end_line, call.column, call.cell),
        subject=(call.function, call.kind, call.sdk, *domains),
        severity=severity,
        confidence=Confidence(call.confidence),
        workflows=tuple(flow.id for flow in flows),
        calls=(call.id,),
        domains=domains,
        evidence=(*first, *more, *call.evidence),
        fix=fix,
    )


def about_calls(
    calls: Sequence[CallReport],
    message: str,
    flows: Flows,
    domains: tuple[str, ...],
    *,
    says: str,
    severity: Severity | None = None,
) -> Draft:
    """A draft about one thing that several calls share, at the first of them."""
    first = calls[0]
    return Draft(
        message=message,
        spot=Spot(first.path, first.line, first.end_line, first.column, first.cell),
        subject=domains,
        severity=severity,
        confidence=max((Confidence(call.confidence) for call in calls), key=lambda c: c.rank),
        workflows=tuple(flow.id for flow in flows),
        calls=tuple(call.id for call in calls),
        domains=domains,
        evidence=tuple(Evidence(call.path, call.line, says) for call in calls),
    )


def about_workflow(
    flow: WorkflowReport,
    message: str,
    *,
    severity: Severity | None = None,
    confidence: Confidence = Confidence.HIGH,
    calls: tuple[str, ...] = (),
    domains: tuple[str, ...] = (),
    evidence: tuple[Evidence, ...] = (),
) -> Draft:
    """A draft about one workflow, where it starts."""
    return Draft(
        message=message,
        spot=Spot(flow.entry.path, flow.entry.line, flow.entry.line),
        subject=(flow.kind, flow.name, flow.entry.function, *domains),
        severity=severity,
        confidence=confidence,
        workflows=(flow.id,),
        calls=calls,
        domains=domains,
        evidence=evidence,
    )


def severity_for(flows: Flows) -> Severity:
    """How bad it is that these workflows stop, by what their owners said of them.

    Nothing is lost for good in a batch that runs again, nor where a person looks on.
    """
    if not flows:
        return Severity.LOW
    if any(flow.criticality == "critical" for flow in flows):
        return Severity.CRITICAL
    if all(flow.criticality == "batch" or flow.kind in ATTENDED for flow in flows):
        return Severity.MEDIUM
    return Severity.HIGH


def _start_of(flow: WorkflowReport) -> Evidence:
    return Evidence(flow.entry.path, flow.entry.line, f"{flow.name} starts here")
