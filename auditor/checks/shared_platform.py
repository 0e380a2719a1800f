"""Two vendors' models on one platform: they fall together."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, either, verb_for, who_of
from auditor.checks.draft import Draft, about_call
from auditor.model.report import CallReport


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call whose fallback is another vendor's model in the same place."""
    for call in case.calls():
        if not is_shared(case, call):
            continue
        flows = case.flows(call)
        who = who_of(flows)
        where = either(case.name(f"platform:{platform}") for platform in call.platforms)
        verb = verb_for("stops", flows)
        message = f"{who} {verb} when {where} is down: the fallback lives there too"
        domains = tuple(f"platform:{platform}" for platform in call.platforms)
        yield about_call(call, message, flows, domains=domains)


def is_shared(case: Case, call: CallReport) -> bool:
    """Whether all that stands in is of another vendor and on the same platform."""
    behind = case.judged(call).behind
    return (
        call.verdict == "same-vendor"
        and bool(behind)
        and all(a.vendor and a.vendor not in call.vendors for a in behind)
        and all(a.platform in call.platforms for a in behind)
    )
