"""A vendor that the team has not approved."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, quoted
from auditor.checks.draft import Draft, about_calls
from auditor.model.report import CallReport


def find(case: Case) -> Iterator[Draft]:
    """One finding for each vendor outside the policy, with the calls that may ask it."""
    approved = case.settings.policy.vendors
    if approved is None:
        return
    by_vendor: dict[str, list[CallReport]] = {}
    for call in case.calls():
        for vendor in call.vendors:
            if vendor not in approved and not case.is_own(vendor):
                by_vendor.setdefault(vendor, []).append(call)
    for vendor, calls in sorted(by_vendor.items()):
        flows = case.flows_of(calls)
        who = quoted(flow.name for flow in flows) or "A call that no known workflow reaches"
        verb = "asks" if len(flows) < 2 else "ask"
        message = f"{who} {verb} {case.name(vendor)}, which is not among the approved vendors"
        yield about_calls(calls, message, flows, (vendor,), says=f"may ask {case.name(vendor)}")
