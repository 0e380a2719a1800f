"""A vendor that the team has not approved."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, verb_for, who_of
from auditor.checks.draft import Draft, Spot, about_calls
from auditor.model.program import Evidence
from auditor.model.report import CallReport
from auditor.model.severity import Confidence, Severity


def find(case: Case) -> Iterator[Draft]:
    """One finding for each vendor outside the policy, with the calls that may ask it.

    A vendor that no call asks is told where a configuration file names it first.
    """
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
        who = who_of(flows)
        verb = verb_for("asks", flows)
        message = f"{who} {verb} {case.name(vendor)}, which is not among the approved vendors"
        yield about_calls(calls, message, flows, (vendor,), says=f"may ask {case.name(vendor)}")
    yield from _configured(case, approved, set(by_vendor))


def _configured(case: Case, approved: tuple[str, ...], asked: set[str]) -> Iterator[Draft]:
    told = set(asked)
    for site in case.report.configs:
        vendor = site.vendor
        if vendor is None or vendor in told or vendor in approved or case.is_own(vendor):
            continue
        told.add(vendor)
        name = case.name(vendor)
        yield Draft(
            message=f"{name} is configured ({site.what}), and not among the approved vendors",
            spot=Spot(site.path, site.line, site.line),
            subject=(site.what, vendor),
            severity=Severity.MEDIUM,
            confidence=Confidence.MEDIUM,
            domains=(vendor,),
            evidence=(Evidence(site.path, site.line, f"names {name}"),),
        )
