from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.checks.trees import PLAIN, desk

TWO = (
    PLAIN
    + """

def draft(text):
    return client.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=[text])
"""
)


@pytest.fixture(autouse=True)
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in desk(TWO).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def last(result) -> str:
    return result.stdout.splitlines()[-1]


def test_what_is_known_fails_nothing_and_is_counted(run, tree):
    assert run("scan").exit_code == 1
    written = run("baseline")
    assert written.exit_code == 0
    assert written.stderr.endswith(".auditor-baseline.json (2 findings)\n")
    result = run("scan")
    assert result.exit_code == 0
    assert "No findings (2 known already)" in result.stdout
    assert run("scan", "--no-ignore").exit_code == 1


def test_moving_two_hundred_lines_adds_nothing_and_a_new_call_does(run, tree):
    run("baseline")
    padding = "".join(f"LINE_{number} = {number}\n" for number in range(200))
    (tree / "desk/llm.py").write_text(padding + TWO)
    assert run("scan").exit_code == 0
    (tree / "desk/llm.py").write_text(
        padding + TWO + TWO.split("\n\n\n")[1].replace("draft", "new")
    )
    result = run("scan")
    assert result.exit_code == 1
    assert last(result) == "failed: 1 high finding is at or above --fail-on high"


def test_the_same_findings_give_the_same_bytes_without_lines_or_dates(run, tree):
    run("baseline")
    first = (tree / ".auditor-baseline.json").read_bytes()
    (tree / "desk/llm.py").write_text("\n\n" + TWO)
    run("baseline")
    assert (tree / ".auditor-baseline.json").read_bytes() == first
    [entry, _] = json.loads(first)["findings"]
    assert sorted(entry) == ["check", "fingerprint", "message", "path"]


def test_what_was_mended_is_listed_as_gone_and_pruned(run, tree):
    run("baseline")
    (tree / "desk/llm.py").write_text(PLAIN)
    listed = run("baseline", "--list").stdout.splitlines()
    assert [line.split()[0] for line in listed[:2]].count("gone") == 1
    assert listed[-1] == "2 in the baseline, 1 gone; drop them with --prune"
    assert run("baseline", "--prune").stderr.endswith("(1 findings)\n")
    (tree / "desk/llm.py").write_text(TWO)
    assert run("scan").exit_code == 1


def test_what_is_ignored_with_a_reason_needs_no_baseline(run, tree):
    ignored = TWO.replace("[text])", "[text])  # auditor: ignore[no-fallback] - a demo")
    (tree / "desk/llm.py").write_text(ignored)
    run("baseline")
    assert json.loads((tree / ".auditor-baseline.json").read_text())["findings"] == []


def test_another_file_may_be_named(run, tree):
    run("baseline", "--baseline", "known.json")
    assert not (tree / ".auditor-baseline.json").exists()
    assert run("scan").exit_code == 1
    assert run("scan", "--baseline", "known.json").exit_code == 0
    assert run("scan", AUDITOR_BASELINE="known.json").exit_code == 0


@pytest.mark.parametrize("text", ["", "[]", '{"version": 9}', '{"version": 1}',
                                  '{"version": 1, "findings": [{"check": "x"}]}'])  # fmt: skip
def test_a_file_that_is_no_baseline_is_an_error_with_its_cure(run, tree, text):
    (tree / ".auditor-baseline.json").write_text(text)
    result = run("scan")
    assert result.exit_code == 2
    assert "hint: make it again with: auditor baseline" in result.stderr


@pytest.mark.parametrize("args", [("baseline", "--prune"), ("baseline", "--list"),
                                  ("scan", "--baseline", "none.json")])  # fmt: skip
def test_a_missing_baseline_is_an_error(run, args):
    result = run(*args)
    assert result.exit_code == 2
    assert "there is no baseline" in result.stderr
