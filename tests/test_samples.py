"""The sample repositories are audited and compared with what a reader found in them.

Each ``expected.json`` was written by hand. The comparison is exact both ways: nothing may be
missing and nothing may be extra. Hops through a repository's own functions (``via: wrapper``) are
left out of it, since the call at the end of the hop is the one that counts.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from auditor.audit import audit
from auditor.model.report import AuditReport, CallReport
from auditor.settings import Settings

ROOT = Path(__file__).parent.parent
SAMPLES = sorted(path.parent for path in (ROOT / "sample_repos").glob("*/expected.json"))
README_BLOCKS = dict(
    re.findall(
        r"<!-- from: (.+?) -->\n```text\n(.*?)```",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.DOTALL,
    )
)

Sample = tuple[dict[str, Any], AuditReport]


@pytest.fixture(scope="module", params=SAMPLES, ids=lambda path: path.name)
def sample(request: pytest.FixtureRequest) -> Sample:
    """What the reader expects of one sample, and what the audit says about it."""
    expected = json.loads((request.param / "expected.json").read_text(encoding="utf-8"))
    return expected, audit([request.param], Settings())


def test_there_are_samples() -> None:
    assert [path.name for path in SAMPLES] == [
        "lookalike",
        "monorepo",
        "rag-shop",
        "resilient",
        "support-desk",
    ]
    assert len(README_BLOCKS) == 3


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


def test_verdicts_are_those_the_reader_gave(sample: Sample) -> None:
    expected, report = sample
    wanted = {f"{c['path']}:{c['line']}": c["verdict"] for c in expected["calls"] if "verdict" in c}
    found = {place(call): call.verdict for call in direct(report) if place(call) in wanted}
    assert found == wanted


def test_workflows_survive_any_one_vendor_and_platform_where_the_reader_says_so(
    sample: Sample,
) -> None:
    expected, report = sample
    wanted = {w["name"]: w["survives"] for w in expected["workflows"] if "survives" in w}
    found = {
        workflow.name: set(workflow.on_loss.values()) == {"survives"}
        for workflow in report.workflows
        if workflow.name in wanted
    }
    assert found == wanted


def test_single_points_are_those_the_reader_names(sample: Sample) -> None:
    expected, report = sample
    wanted = {w["name"]: w["single_points"] for w in expected["workflows"] if "single_points" in w}
    found = {w.name: list(w.single_points) for w in report.workflows if w.name in wanted}
    assert found == wanted


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


@pytest.mark.parametrize("command", README_BLOCKS)
def test_the_readme_shows_what_the_program_prints(command: str) -> None:
    program = [sys.executable, "-c", "from auditor.cli.app import main; main()"]
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("AUDITOR_") and name not in {"COLUMNS", "FORCE_COLOR"}
    }
    done = subprocess.run(
        [*program, *shlex.split(command)[1:]],
        cwd=ROOT,
        env={**environment, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
    )
    printed = done.stdout
    assert done.returncode == printed.rstrip().splitlines()[-1].startswith("failed:"), done.stderr
    assert without_seconds(printed) == without_seconds(README_BLOCKS[command])


def without_seconds(text: str) -> str:
    """The text without the one thing that differs from run to run."""
    return re.sub(r"in [\d.]+ s\b", "in ... s", text.rstrip())


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
