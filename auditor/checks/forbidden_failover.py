"""Data that must stay with one vendor, and a fallback that sends it to another."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, either
from auditor.checks.draft import Draft, about_call


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call of such a workflow that another vendor stands in for."""
    for call in case.calls():
        flows = tuple(flow for flow in case.flows(call) if case.may_not_leave(flow))
        others = sorted(
            {a.vendor for a in case.judged(call).behind if a.vendor} - set(call.vendors)
        )
        if not flows or not others or call.verdict != "cross-vendor":
            continue
        message = (
            f'"{flows[0].name}" must stay with one vendor, and its data goes to'
            f" {either(map(case.name, others))} when {either(map(case.name, call.vendors))} fails"
        )
        yield about_call(call, message, flows, domains=tuple(others))
