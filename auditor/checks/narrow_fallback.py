"""A fallback that sleeps through most outages."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, verb_for, who_of
from auditor.checks.draft import Draft, about_call, severity_for
from auditor.checks.refused import NARROW, outage_leaks, why_refused

SAID = {
    "connect": "a dead host",
    "timeout": "a timeout",
    "5xx": "a server error",
    "529": "an overloaded vendor",
}


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call whose fallback does not answer to every kind of outage."""
    for call in case.calls():
        if why_refused(case, call) != NARROW:
            continue
        flows = case.hurt(call) or case.flows(call)
        leaks = ", ".join(SAID[word] for word in outage_leaks(call))
        who = who_of(flows)
        verb = verb_for("stops", flows)
        message = f"{who} {verb} on {leaks}: the fallback does not answer to that"
        yield about_call(
            call,
            message,
            flows,
            severity=severity_for(flows),
            domains=case.lost_in(call, case.hurt(call)),
            more=tuple(handler.evidence() for handler in case.handlers(call)),
        )
