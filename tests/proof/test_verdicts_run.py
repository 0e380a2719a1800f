"""What the audit says of a loss is what happens: examples are run while a vendor is lost.

The examples are those of ``rules/fallbacks`` and the shapes of ``tests/resilience``. Each call is
run as a caller would, from the function that begins its workflow, with each of its vendors lost in
every way that an outage shows.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest

from auditor.audit import audit_case
from auditor.checks.case import Case
from auditor.examples.annotations import read_calls
from auditor.model.report import CallReport
from auditor.settings import Settings
from tests.proof.runs import found_by, need

ROOT = Path(__file__).parents[2]
NEEDED = (
    "openai",
    "anthropic",
    "litellm",
    "langchain_openai",
    "langchain_anthropic",
    "pydantic_ai",
)
SHAPES = ROOT / "tests/resilience/shapes"
FILES = sorted([*ROOT.glob("rules/fallbacks/*/*.py"), *SHAPES.glob("*.py")])
#: Where a run differs from the audit, and why that is no mistake of the audit.
DIFFERS = {
    "agno/none.py:15": "a run that failed is given back, and holds the error",
    "agno/none.py:19": "the same",
    "agno/same.py:6": "the same",
    "langchain-middleware/none.py:12": "the retries end in a message that holds the error",
    "litellm-router/cross.py:38": "of two deployments the retry takes either, by chance",
    "shapes/hedges.py:203": "of a race whose answer is asked about again all are needed",
    "shapes/hedges.py:208": "the same",
    "shapes/hedges.py:213": "the same",
    "shapes/hedges.py:355": "the same, where the answer of one in particular is read as well",
    "shapes/hedges.py:360": "the same",
    "shapes/streams.py:192": "half of what is given back is an error, which a run does not see",
    "shapes/breakers.py:53": "a breaker opens after several failures, a run meets one",
    "shapes/breakers.py:87": "the same",
    "shapes/breakers.py:128": "the same",
    "shapes/breakers.py:139": "the same",
    "shapes/breakers.py:148": "the same",
    "shapes/traps.py:53": "the servers here answer no JSON, so the second one is always asked",
    "shapes/passed_by.py:32": "a hint that is left out of what is asked next is not seen in a run",
    "shapes/passed_by.py:44": "the same",
    "shapes/beginnings.py:129": "a log that is handed over is a text in a run",
    "shapes/handlers.py:158": "the audit counts both values of an argument, a run has one",
}


class Question(NamedTuple):
    """What to run for a call, and what the audit says becomes of it, by vendor."""

    line: int
    function: str
    says: dict[str, str]
    first: str


def by_vendor(on_loss: dict[str, str]) -> dict[str, str]:
    return {key: word for key, word in on_loss.items() if ":" not in key}


def question(case: Case, call: CallReport) -> Question | None:
    """The call as its callers see it; None where nobody knows what happens."""
    starts = [
        flow
        for flow in case.report.workflows
        if call.id in flow.calls and flow.entry.path == call.path and flow.kind == "library"
    ]
    function, on_loss = call.function, call.on_loss
    if function == "<module>":
        function = ""
    elif starts:
        function, on_loss = starts[0].entry.function, starts[0].on_loss
    first = next((a.vendor for a in case.attempts(call) if a.vendor), "")
    found = Question(call.line, function, by_vendor(on_loss), first)
    return None if call.verdict == "unknown" or "unknown" in found.says.values() else found


def copied(path: Path, folder: Path) -> Path:
    """The example, with its neighbours where it imports them, away from the rest of the tree."""
    if path.parent == SHAPES:
        shutil.copytree(SHAPES, folder)
    else:
        folder.mkdir()
        shutil.copy(path, folder)
    return folder / path.name


def run(file: Path, lines: list[int], questions: list[Question]) -> list[dict[str, str] | str]:
    asked = {
        "file": str(file),
        "lines": lines,
        "calls": [
            {"line": q.line, "function": q.function, "first": q.first, "vendors": sorted(q.says)}
            for q in questions
        ],
    }
    answers: list[dict[str, str] | str] = found_by("run_examples.py", given=asked)
    return answers


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_the_audit_says_of_a_loss_happens(path: Path, tmp_path: Path) -> None:
    need(NEEDED)
    file = copied(path, tmp_path / "app")
    report, case = audit_case([file.parent], Settings())
    wished = [wish.line for wish in read_calls(path)]
    calls = [c for c in report.calls if c.path == path.name]
    chosen = [c for c in calls if any(c.line <= line <= c.end_line for line in wished)]
    questions = [q for call in chosen if (q := question(case, call)) is not None]
    answers = run(file, [call.line for call in calls], questions)
    ran = [(q, a) for q, a in zip(questions, answers, strict=True) if isinstance(a, dict)]
    wrong = [
        f"{path.name}:{asked.line} says {asked.says}, was {was}"
        for asked, was in ran
        if asked.says != was and f"{path.parent.name}/{path.name}:{asked.line}" not in DIFFERS
    ]
    print(f"{len(ran)} of {len(wished)} calls of {path.name} run here")
    for asked, was in zip(questions, answers, strict=True):
        if isinstance(was, str):
            print(f"  {asked.line}: {was}")
    assert not wrong, "\n".join(wrong)
