"""A fallback that is written down and never asked."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, either, verb_for, who_of
from auditor.checks.draft import Draft, about_call, severity_for
from auditor.checks.refused import UNREACHABLE, handlers_elsewhere, kept_from, why_refused
from auditor.model.report import CallReport
from auditor.model.severity import Severity


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call with a handler that asks another vendor, in vain."""
    for call in case.calls():
        if why_refused(case, call) == UNREACHABLE:
            yield _passed_by(case, call)
        else:
            yield from _swallowed(case, call)


def _passed_by(case: Case, call: CallReport) -> Draft:
    """The handler takes errors that this call does not raise."""
    flows = case.hurt(call) or case.flows(call)
    who = who_of(flows)
    verb = verb_for("stops", flows)
    return about_call(
        call,
        f"{who} {verb} although a handler asks another vendor: no outage leads into it",
        flows,
        severity=severity_for(flows),
        domains=case.lost_in(call, case.hurt(call)),
        more=tuple(handler.evidence() for handler in handlers_elsewhere(case, call)),
    )


def _swallowed(case: Case, call: CallReport) -> Iterator[Draft]:
    """The handler would take the error, and another one further inside keeps it."""
    kept = kept_from(case, call)
    if kept is None:
        return
    one, flows = kept
    lost = case.felt(call)
    place = f"{one.keeper.path}:{one.keeper.line}"
    yield about_call(
        call,
        f"{who_of(flows)} {verb_for('goes', flows)} on without an answer when"
        f" {either(map(case.name, lost))} is down: the fallback never hears of it, {place} keeps"
        " the error",
        flows,
        severity=Severity.MEDIUM,
        domains=lost,
        more=one.evidence(),
        fix=f"let the handler at {place} raise again, or ask the other vendor there",
    )
