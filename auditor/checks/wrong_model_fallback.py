"""A fallback that asks a vendor for a model which that vendor does not have."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, who_of
from auditor.checks.draft import Draft, about_call, severity_for
from auditor.checks.refused import WRONG_MODEL, why_refused, wrongly_named


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call whose fallback cannot be answered."""
    for call in case.calls():
        if why_refused(case, call) != WRONG_MODEL:
            continue
        flows = case.hurt(call) or case.flows(call)
        wrong = wrongly_named(case, call)[0]
        where = case.name(f"platform:{wrong.platform}") if wrong.platform else "the same address"
        who = who_of(flows)
        message = f"{who}: what stands in asks {where} for {wrong.model}, which it does not have"
        lost = case.lost_in(call, case.hurt(call))
        yield about_call(call, message, flows, severity=severity_for(flows), domains=lost)
