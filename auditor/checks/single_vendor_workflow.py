"""A workflow that one vendor can stop, where no finding says so yet, or policy forbids it."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, either, quoted, verb_for
from auditor.checks.draft import Draft, about_workflow, severity_for
from auditor.model.program import Evidence
from auditor.model.report import WorkflowReport
from auditor.model.severity import Confidence


def find(case: Case) -> Iterator[Draft]:
    """One finding for each workflow that policy asks more of; else one for each set of vendors."""
    told = {flow.id for call in case.calls() for flow in case.hurt(call)}
    untold: dict[tuple[str, ...], list[WorkflowReport]] = {}
    for flow in case.report.workflows:
        stops, unknown = case.outside(flow, "stops"), case.outside(flow, "unknown")
        if flow.criticality in case.settings.policy.require_fallback:
            yield from _required(case, flow, stops, unknown)
        elif stops and flow.id not in told and not case.may_not_leave(flow):
            untold.setdefault(stops, []).append(flow)
    for lost, flows in untold.items():
        yield _untold(case, flows, lost)


def _untold(case: Case, flows: list[WorkflowReport], lost: tuple[str, ...]) -> Draft:
    verb = verb_for("stops", flows)
    who = quoted(flow.name for flow in flows)
    draft = about_workflow(
        flows[0],
        f"{who} {verb} when {either(map(case.name, lost))} is down, though no single call says so",
        severity=severity_for(tuple(flows)),
        calls=flows[0].calls,
        domains=lost,
        evidence=_calls_of(case, flows[0]),
    )
    return draft.for_all(tuple(flow.id for flow in flows), draft.subject)


def _required(
    case: Case, flow: WorkflowReport, stops: tuple[str, ...], unknown: tuple[str, ...]
) -> Iterator[Draft]:
    if stops:
        yield _stopped(case, flow, stops)
    elif unknown:
        yield _unproved(case, flow, unknown)


def _stopped(case: Case, flow: WorkflowReport, lost: tuple[str, ...]) -> Draft:
    rule = f"{flow.criticality} workflows must survive that"
    return about_workflow(
        flow,
        f'"{flow.name}" stops when {either(map(case.name, lost))} is down, and {rule}',
        severity=severity_for((flow,)),
        calls=flow.calls,
        domains=lost,
        evidence=_calls_of(case, flow),
    )


def _unproved(case: Case, flow: WorkflowReport, lost: tuple[str, ...]) -> Draft:
    return about_workflow(
        flow,
        f'"{flow.name}" must survive any vendor, and nobody can say whether it survives the loss'
        f" of {either(map(case.name, lost))}",
        severity=severity_for((flow,)),
        confidence=Confidence.LOW,
        calls=flow.calls,
        domains=lost,
        evidence=_calls_of(case, flow),
    )


def _calls_of(case: Case, flow: WorkflowReport) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(call.path, call.line, f"asks {either(map(case.name, call.vendors)) or 'a model'}")
        for call in case.calls()
        if call.id in flow.calls
    )
