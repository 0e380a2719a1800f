"""``auditor fix`` as a user meets it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.remedy.test_handlers import NARROW
from tests.remedy.test_second_vendor import PLAIN
from tests.repositories import git


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "app.py").write_text(NARROW.lstrip(), encoding="utf-8")
    return tmp_path


def test_the_diff_goes_to_stdout_and_applies(run, here):
    result = run("fix")
    assert result.exit_code == 0
    assert result.stdout.startswith("--- a/app.py\n+++ b/app.py\n")
    assert "1 patch for 1 file, proven by another scan:" in result.stderr
    assert "app.py:10 narrow-fallback: catch APIError, not RateLimitError alone" in result.stderr
    (here / "fix.diff").write_text(result.stdout, encoding="utf-8")
    git(here, "init", "-q")
    git(here, "apply", "fix.diff")
    assert "except APIError:      # a busy day" in (here / "app.py").read_text(encoding="utf-8")
    assert run("fix").stdout == ""


def test_files_are_written_only_where_git_can_take_it_back(run, here):
    result = run("fix", "--apply")
    assert result.exit_code == 2
    assert "is in no git repository" in result.stderr
    git(here, "init", "-q")
    result = run("fix", "--apply")
    assert (result.exit_code, "app.py is changed" in result.stderr) == (2, True)
    git(here, "add", ".")
    git(here, "commit", "-qm", "all")
    result = run("fix", "--apply")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "except APIError" in (here / "app.py").read_text(encoding="utf-8")


def test_what_needs_a_look_is_named_and_held_back(run, here):
    (here / "app.py").write_text(PLAIN.lstrip(), encoding="utf-8")
    result = run("fix", "--to", "Claude")
    assert result.stdout == ""
    assert result.stderr.splitlines() == [
        "nothing to patch safely",
        "1 more patch with --unsafe-fixes:",
        "  app.py:4 no-fallback: ask Anthropic when OpenAI fails",
    ]


def test_code_to_begin_with_keeps_its_indent(run, here):
    code = PLAIN.replace(
        "litellm.completion(", "openai.OpenAI().chat.completions.create(tools=[], "
    )
    (here / "app.py").write_text(code.replace("litellm", "openai"), encoding="utf-8")
    result = run("fix", "--unsafe-fixes", "--to", "mistral", "-v")
    assert "      def chat_or_mistral(client, **request):" in result.stderr
    assert "              return client.chat.completions.create(**request)" in result.stderr


def test_machines_get_the_same(run):
    found = json.loads(run("fix", "--format", "json").stdout)
    [patch] = found["patches"]
    assert (patch["check"], patch["kind"], patch["safe"]) == (
        "narrow-fallback",
        "wider-handler",
        True,
    )
    assert found["diff"].startswith("--- a/app.py\n")
    assert (found["held"], found["refused"], found["files"]) == ([], [], ["app.py"])


@pytest.mark.parametrize(
    ("args", "said"),
    [(("--check", "narow-fallback"), "narrow-fallback"), (("--to", "opnai"), "openai")],
)
def test_misspelt_names_are_told(run, args, said):
    result = run("fix", *args)
    assert result.exit_code == 2
    assert said in result.stderr
