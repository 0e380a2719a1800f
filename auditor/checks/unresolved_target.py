"""A call to a model of which nobody can say whose."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, verb_for, who_of
from auditor.checks.draft import Draft, about_call


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call whose vendor and platform are both unknown."""
    for call in case.calls():
        if call.vendors or call.platforms or call.gateways:
            continue
        flows = case.flows(call)
        who = who_of(flows)
        verb = verb_for("asks", flows)
        reasons = sorted(
            {
                step.says
                for step in case.report.coverage.unresolved
                if (step.path, step.line) == (call.path, call.line)
            }
        )
        why = f": {reasons[0]}" if reasons else ""
        yield about_call(call, f"{who} {verb} a model of unknown make{why}", flows)
