"""A fallback that falls with what it stands in for."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, either, who_of
from auditor.checks.draft import Draft, about_call, severity_for
from auditor.checks.shared_platform import is_shared
from auditor.model.severity import Severity


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call whose fallback asks the same vendor.

    On another platform it outlives an outage of the first platform, which is most outages: then
    the finding is a lesser one.
    """
    for call in case.calls():
        if not call.verdict.startswith("same-vendor") or is_shared(case, call):
            continue
        flows = case.hurt(call) or case.flows(call)
        lost = case.lost_in(call, case.hurt(call))
        who = who_of(flows)
        vendor = either(map(case.name, lost or call.vendors))
        elsewhere = call.verdict == "same-vendor-other-platform"
        where = " too, on another platform" if elsewhere else " too"
        message = f"{who}: what stands in when {vendor} fails is {vendor}{where}"
        severity = Severity.LOW if elsewhere else _one_less(severity_for(case.hurt(call)))
        yield about_call(call, message, flows, severity=severity, domains=lost)


def _one_less(severity: Severity) -> Severity:
    """It helps when one model is overloaded, so it is not quite nothing."""
    return Severity.MEDIUM if severity is Severity.HIGH else severity
