"""A fallback that has to wait so long that nobody waits with it."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from auditor.checks.case import Case, verb_for, who_of
from auditor.checks.draft import Draft, about_call
from auditor.resilience.waiting import duration
from auditor.settings import USUAL_FAILOVER

COVERED = ("cross-vendor", "same-vendor-other-platform", "same-vendor")


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call whose fallback may be asked only after the time that is allowed."""
    allowed = case.settings.policy.max_failover_seconds or USUAL_FAILOVER
    for call in case.calls():
        wait = case.wait(call)
        if call.verdict not in COVERED or wait is None or wait <= allowed:
            continue
        flows = case.flows(call)
        who = who_of(flows)
        after = "never" if wait == inf else f"only after {duration(wait)}"
        verb = verb_for("gets", flows)
        message = f"{who} {verb} to the fallback {after} when a vendor does not answer"
        yield about_call(call, message, flows, fix=_fix(allowed))


def _fix(allowed: float) -> str:
    return f"set a timeout and few retries, so that both together stay below {duration(allowed)}"
