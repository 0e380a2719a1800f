"""A fallback whose key is named in the code and nowhere where the code is deployed."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, who_of
from auditor.checks.draft import Draft, about_call
from auditor.model.report import CallReport


def find(case: Case) -> Iterator[Draft]:
    """One finding for each covered call whose fallback has no key in the deployment files.

    Where no deployment file names any credential, nothing can be said.
    """
    deployed = {one.path for one in case.program.surroundings.declared}
    named = (c for c in case.report.configs if c.what == "credential")
    if not any(config.path in deployed for config in named):
        return
    for call in case.calls():
        missing = missing_of_fallback(case, call)
        if call.verdict == "cross-vendor" and missing:
            yield _draft(case, call, missing[0])


def missing_of_fallback(case: Case, call: CallReport) -> list[str]:
    """The variables with a fallback's key that are set nowhere."""
    keys = {key for attempt in case.judged(call).behind for key in attempt.credentials}
    return [name for name in call.conditions if name in keys]


def _draft(case: Case, call: CallReport, key: str) -> Draft:
    flows = case.flows(call)
    who = who_of(flows)
    message = f"{who}: the fallback needs {key}, which no deployment file names"
    fix = f"name {key} where the other keys are named, and give it a value in each deployment"
    return about_call(call, message, flows, fix=fix)
