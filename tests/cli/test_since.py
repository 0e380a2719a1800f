from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.checks.trees import ROUTE
from tests.repositories import git

COVERED = """
import anthropic
import openai

def answer(text):
    try:
        return openai.OpenAI(timeout=5).chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIError:
        return anthropic.Anthropic().messages.create(model="claude-sonnet-4-6", messages=[text])
"""
BARE = """
import openai

def answer(text):
    return openai.OpenAI(timeout=5).chat.completions.create(model="gpt-4o", messages=[text])
"""


def commit(root: Path, llm: str, **files: str) -> None:
    for name, text in {"desk/__init__.py": "", "desk/api.py": ROUTE, "desk/llm.py": llm}.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text)
    for name, text in files.items():
        (root / "desk" / f"{name}.py").write_text(text)
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "x")


@pytest.fixture(autouse=True)
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    git(tmp_path, "init", "-q")
    return tmp_path


def test_a_lost_fallback_fails_though_the_workflow_is_in_another_file(run, repo):
    commit(repo, COVERED)
    (repo / "desk/llm.py").write_text(BARE)
    result = run("scan", "--since", "HEAD")
    assert result.exit_code == 1
    assert "Worse than before" in result.stdout
    assert "survives → stops" in result.stdout
    last = "failed: 1 high finding is at or above --fail-on high, since HEAD"
    assert result.stdout.splitlines()[-1] == last


def test_what_was_there_before_is_counted_and_fails_nothing(run, repo):
    commit(repo, BARE)
    (repo / "desk/llm.py").write_text("# moved\n" * 200 + BARE)
    result = run("scan", "--since", "HEAD")
    assert result.exit_code == 0
    assert "1 known already" in result.stdout
    assert run("scan").exit_code == 1
    assert run("scan", AUDITOR_SINCE="HEAD").exit_code == 0


def test_a_new_workflow_on_an_old_call_counts(run, repo):
    commit(repo, BARE)
    more = '\n@app.get("/draft")\ndef draft():\n    return answer("")\n'
    (repo / "desk/api.py").write_text(ROUTE + more)
    result = run("scan", "--since", "HEAD")
    assert result.exit_code == 1
    assert "not needed → stops" in result.stdout


def test_what_got_better_is_said(run, repo):
    commit(repo, BARE)
    (repo / "desk/llm.py").write_text(COVERED)
    result = run("scan", "--since", "HEAD")
    assert result.exit_code == 0
    assert "Better than before" in result.stdout
    assert "1 finding of before is gone" in result.stdout


def test_the_earlier_tree_is_read_and_never_checked_out(run, repo):
    commit(repo, BARE)
    (repo / ".gitattributes").write_text("*.py filter=evil\n")
    git(repo, "config", "filter.evil.smudge", "touch ran")
    before = sorted(path.name for path in repo.iterdir())
    assert run("scan", "desk", "--since", "HEAD").exit_code == 0
    assert sorted(path.name for path in repo.iterdir()) == before


@pytest.mark.parametrize(
    ("ref", "says"), [("nowhere", "git knows no 'nowhere' here"), ("--all", "git knows no")]
)
def test_a_commit_that_is_not_there_is_an_error(run, repo, ref, says):
    commit(repo, BARE)
    result = run("scan", f"--since={ref}")
    assert result.exit_code == 2
    assert says in result.stderr


def test_without_a_repository_there_is_no_before(run, tmp_path, monkeypatch):
    shutil.rmtree(tmp_path / ".git")
    result = run("scan", "--since", "HEAD")
    assert result.exit_code == 2
    assert "is in no git repository" in result.stderr
