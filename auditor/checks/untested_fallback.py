"""A fallback that no test has ever seen at work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from auditor.checks.case import Case, Flows, either, who_of
from auditor.checks.draft import Draft, about_call
from auditor.checks.slow_failover import COVERED
from auditor.model.kinds import Via
from auditor.model.program import Evidence
from auditor.model.report import CallReport
from auditor.model.severity import Severity

#: Names of so many files and functions that they tell nothing.
COMMON = frozenset(
    {"main", "app", "index", "init", "__init__", "module", "lambda", "src", "api", "get", "post"}
)
_WORD = re.compile(r"[^\W\d]\w+")


def find(case: Case) -> Iterator[Draft]:
    """One finding for each covered call of code that has tests, none of which lets it fail.

    None where the repository has no tests in that language: then nothing is tested.
    """
    for call in case.calls():
        if call.verdict not in COVERED or call.via == Via.CONFIG:
            continue
        flows = case.flows(call)
        tests = case.tests.about(call.path, _words(call, flows))
        if tests is None or any(case.tests.failure_in(test) for test in tests):
            continue
        yield _draft(case, call, flows, tests)


def _draft(case: Case, call: CallReport, flows: Flows, tests: tuple[str, ...]) -> Draft:
    lost = either(map(case.name, call.vendors or (f"platform:{p}" for p in call.platforms)))
    whom = lost or "whoever is asked first"
    says = "speaks of the code, and lets nothing fail"
    critical = any(flow.criticality == "critical" for flow in flows)
    return about_call(
        call,
        f"{who_of(flows)}: no test lets {whom} fail, so nobody has seen the fallback at work",
        flows,
        severity=Severity.LOW if critical else None,
        more=tuple(Evidence(test, 1, says) for test in tests),
    )


def _words(call: CallReport, flows: Flows) -> frozenset[str]:
    """What a test would call the code by: its function, class and file, and where it is entered."""
    path = PurePosixPath(call.path)
    texts = [call.function, path.stem.partition(".")[0]]
    if path.stem.lower() in COMMON:
        texts.append(path.parent.name)
    for flow in flows:
        texts += [flow.name, flow.entry.function, PurePosixPath(flow.entry.path).stem]
    words = {word for text in texts for word in _WORD.findall(text)}
    return frozenset(word for word in words if word.lower() not in COMMON)
