"""A fallback that shows one vendor the key of another."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, who_of
from auditor.checks.draft import Draft, about_call, severity_for
from auditor.checks.refused import SHARED_CREDENTIAL, why_refused, wrongly_keyed


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call whose fallback will be refused for its key."""
    for call in case.calls():
        if why_refused(case, call) != SHARED_CREDENTIAL:
            continue
        flows = case.hurt(call) or case.flows(call)
        wrong = wrongly_keyed(case, call)[0]
        keys = " or ".join(wrong.credentials) or "the key of another vendor"
        vendor = case.name(wrong.vendor or f"platform:{wrong.platform}")
        who = who_of(flows)
        message = f"{who}: what stands in asks {vendor} with {keys}, which is not its key"
        lost = case.lost_in(call, case.hurt(call))
        yield about_call(call, message, flows, severity=severity_for(flows), domains=lost)
