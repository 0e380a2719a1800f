"""A fallback that is written down and never asked."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, verb_for, who_of
from auditor.checks.draft import Draft, about_call, severity_for
from auditor.checks.refused import UNREACHABLE, handlers_elsewhere, why_refused


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call with a handler that asks another vendor, in vain."""
    for call in case.calls():
        if why_refused(case, call) != UNREACHABLE:
            continue
        flows = case.hurt(call) or case.flows(call)
        who = who_of(flows)
        verb = verb_for("stops", flows)
        yield about_call(
            call,
            f"{who} {verb} although a handler asks another vendor: no outage leads into it",
            flows,
            severity=severity_for(flows),
            domains=case.lost_in(call, case.hurt(call)),
            more=tuple(handler.evidence() for handler in handlers_elsewhere(case, call)),
        )
