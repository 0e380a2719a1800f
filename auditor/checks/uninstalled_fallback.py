"""A fallback whose library is not among the dependencies."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, who_of
from auditor.checks.draft import Draft, about_call

PACKAGE = "package "


def find(case: Case) -> Iterator[Draft]:
    """One finding for each covered call whose stand-in needs a package that no manifest names."""
    for call in case.calls():
        missing = [name for name in call.conditions if name.startswith(PACKAGE)]
        if call.verdict != "cross-vendor" or not missing:
            continue
        package = missing[0].removeprefix(PACKAGE)
        flows = case.flows(call)
        who = who_of(flows)
        message = f"{who}: the fallback needs the package {package}, which is not a dependency"
        yield about_call(call, message, flows, fix=f"add {package} to the dependencies")
