"""The sample repositories are audited and compared with what a reader found in them.

Each ``expected.json`` was written by hand. The comparison is exact both ways: nothing may be
missing and nothing may be extra. Hops through a repository's own functions (``via: wrapper``) are
left out of it, since the call at the end of the hop is the one that counts.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.audit import audit
from auditor.model.report import AuditReport, CallReport
from auditor.settings import Settings

SAMPLES = sorted(
    path.parent for path in (Path(__file__).parent.parent / "sample_repos").glob("*/expected.json")
)

Sample = tuple[dict[str, Any], AuditReport]


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Sample:
    """What the reader expects of one sample, and what the audit says about it."""
    expected = json.loads((request.param / "expected.json").read_text(encoding="utf-8"))
    return expected, audit([request.param], Settings())


def test_there_are_samples() -> None:
    assert [path.name for path in SAMPLES] == ["monorepo", "support-desk"]


def test_exactly_the_expected_calls_are_found(sample: Sample) -> None:
    expected, report = sample
    wanted = {
        f"{call['path']}:{call['line']} cell {call.get('cell', 0)} "
        f"{call['kind']} {call['vendors']} {call['platforms']} {call['models']}"
        for call in expected["calls"]
    }
    found = {
        f"{place(call)} cell {call.cell} "
        f"{call.kind} {list(call.vendors)} {list(call.platforms)} {list(call.models)}"
        for call in direct(report)
    }
    problems = differences(wanted, found)
    assert not problems, problems


def test_no_call_is_listed_twice(sample: Sample) -> None:
    _, report = sample
    places = [place(call) for call in direct(report)]
    assert sorted(set(places)) == sorted(places)


def test_exactly_the_expected_workflows_are_found(sample: Sample) -> None:
    expected, report = sample
    wanted = {
        f"{workflow['name']} ({workflow['kind']}) "
        f"{workflow['entry']['path']}:{workflow['entry']['line']} {workflow['calls']}"
        for workflow in expected["workflows"]
    }
    places = {call.id: place(call) for call in direct(report)}
    found = [
        f"{workflow.name} ({workflow.kind}) {workflow.entry.path}:{workflow.entry.line} "
        f"{sorted(places[call] for call in workflow.calls if call in places)}"
        for workflow in report.workflows
    ]
    problems = differences(wanted, set(found))
    assert not problems, problems
    assert len(set(found)) == len(found)


def test_every_file_of_a_sample_is_read_without_trouble(sample: Sample) -> None:
    _, report = sample
    assert [problem for problem in report.diagnostics if problem.severity != "info"] == []


def direct(report: AuditReport) -> list[CallReport]:
    """The calls that send a request themselves."""
    return [call for call in report.calls if call.via != "wrapper"]


def place(call: CallReport) -> str:
    """Where a call stands, as an editor opens it."""
    return f"{call.path}:{call.line}"


def differences(wanted: set[str], found: set[str]) -> str:
    """What is missing, and what should not be there, one a line."""
    lines = [f"not found: {line}" for line in sorted(wanted - found)]
    lines += [f"not expected: {line}" for line in sorted(found - wanted)]
    return "\n".join(lines)
