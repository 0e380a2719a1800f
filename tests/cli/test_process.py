"""What can only be seen from outside: imports, closed pipes, code pages, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
RUN = "from auditor.cli.app import main; main()"
HEAVY = ("tree_sitter", "networkx", "libcst", "jinja2", "yaml", "rich", "pathspec")


def auditor(*args: str, python: tuple[str, ...] = (), **env: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [sys.executable, *python, "-c", RUN, *args],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), **env},
        timeout=60,
    )


@pytest.mark.parametrize("args", [("--version",), ("--help",), ("scan", "--help"), ()])
def test_quick_answers_import_nothing_heavy(args):
    result = auditor(*args, python=("-X", "importtime"))
    assert result.returncode == 0
    lines = result.stderr.decode().splitlines()
    names = {line.rpartition("|")[2].strip() for line in lines}
    imported = {name.partition(".")[0] for name in names}
    assert not names & {"auditor.model.catalog", "auditor.model.report"}
    assert "typer" in imported
    assert not imported & set(HEAVY)


def test_a_reader_that_leaves_early_is_no_failure(tmp_path):
    (tmp_path / "a.py").write_text("")
    pipe, end = os.pipe()
    os.close(pipe)
    code = (
        "import auditor.recall.run; from tests.report import sample;"
        "auditor.recall.run.audit_or_recall = lambda *a, **k: sample.report();" + RUN
    )
    result = subprocess.run(
        [sys.executable, "-c", code, "scan", str(tmp_path)],
        stdout=end,
        stderr=subprocess.PIPE,
        check=False,
        cwd=ROOT,
        timeout=60,
    )
    os.close(end)
    assert (result.returncode, result.stderr) == (0, b"")


def test_a_narrow_code_page_gets_marks_it_can_show(tmp_path):
    code = (
        "import auditor.recall.run; from tests.report import sample;"
        "auditor.recall.run.audit_or_recall = lambda *a, **k: sample.report();" + RUN
    )
    result = subprocess.run(
        [sys.executable, "-c", code, "scan", str(tmp_path)],
        capture_output=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        timeout=60,
    )
    assert b"x stops: corvid" in result.stdout
    assert b"###############....." in result.stdout


def test_the_real_thing_finds_a_call(tmp_path):
    (tmp_path / "bot.py").write_text(
        "import anthropic\n"
        "client = anthropic.Anthropic()\n"
        "def ask(text):\n"
        "    return client.messages.create(model='claude-sonnet-4-6', messages=[text])\n"
    )
    result = auditor("scan", str(tmp_path))
    assert result.returncode == 1, result.stderr
    assert b"1 LLM call" in result.stdout
    assert result.stdout.endswith(
        b"failed: 1 high finding is at or above --fail-on high" + os.linesep.encode()
    )
    assert b"anthropic" in auditor("explain", f"{tmp_path}/bot.py:4", str(tmp_path)).stdout
