"""Another vendor is a setting away, and nobody sets it when it counts."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, either, verb_for, who_of
from auditor.checks.draft import Draft, about_call, severity_for
from auditor.model.severity import Severity


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call whose vendor only a setting changes."""
    for call in case.calls():
        if call.verdict != "manual-switch":
            continue
        flows = case.hurt(call) or case.flows(call)
        who = who_of(flows)
        names = either(map(case.name, call.vendors or call.platforms))
        verb = verb_for("asks", flows)
        message = f"{who} {verb} {names}, as somebody has set it; nothing changes by itself"
        known = any(word == "stops" for word in call.on_loss.values())
        severity = severity_for(case.hurt(call)) if known else None
        lost = case.lost_in(call, case.hurt(call))
        yield about_call(call, message, flows, severity=_less(severity), domains=lost)


def _less(severity: Severity | None) -> Severity | None:
    """Somebody can turn the switch: one step less than having nothing at all."""
    return Severity.MEDIUM if severity is Severity.HIGH else severity
