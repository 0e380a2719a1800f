"""A central pipeline decides what counts; what the scanned repository says of itself need not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import Result

Run = Callable[..., Result]
CODE = """\
import anthropic
import flask

app = flask.Flask("shop")


@app.route("/ask")
def ask():
    return anthropic.Anthropic().messages.create(model="claude-opus-4-5"){ignored}
"""


def _repository(folder: Path, ignored: str = "") -> Path:
    (folder / ".git").mkdir(parents=True)
    (folder / "app.py").write_text(CODE.format(ignored=ignored), encoding="utf-8")
    return folder


def _settings(folder: Path) -> None:
    (folder / "auditor.toml").write_text('fail-on = "never"\nselect = ["hardcoded-model"]\n')


def _own_exclude(folder: Path) -> None:
    (folder / "auditor.toml").write_text('exclude = ["*.py"]\n')


def _ignore_file(folder: Path) -> None:
    (folder / ".auditorignore").write_text("*.py\n")


def _inline(folder: Path) -> None:
    remark = "  # auditor: ignore[no-fallback] we like it so"
    (folder / "app.py").write_text(CODE.format(ignored=remark), encoding="utf-8")


@pytest.mark.parametrize("excuse", [_settings, _own_exclude, _ignore_file, _inline])
def test_no_excuse_of_its_own_counts(run: Run, tmp_path: Path, excuse) -> None:
    folder = _repository(tmp_path / "repository")
    excuse(folder)
    assert run("scan", str(folder)).exit_code == 0, "the excuse is one that works"
    result = run("scan", str(folder), "--no-repo-config", "-f", "json")
    assert result.exit_code == 1
    (found,) = (f for f in json.loads(result.stdout)["findings"] if f["check"] == "no-fallback")
    assert found["suppressions"] == []


def test_a_baseline_of_its_own_does_not_count_but_a_named_one_does(
    run: Run, tmp_path: Path
) -> None:
    folder = _repository(tmp_path / "repository")
    assert run("baseline", str(folder)).exit_code == 0
    assert run("scan", str(folder)).exit_code == 0
    assert run("scan", str(folder), "--no-repo-config").exit_code == 1
    named = str(folder / ".auditor-baseline.json")
    assert run("scan", str(folder), "--no-repo-config", "--baseline", named).exit_code == 0


def test_what_the_center_configures_counts(run: Run, tmp_path: Path) -> None:
    folder = _repository(tmp_path / "repository")
    _settings(folder)
    central = tmp_path / "central.toml"
    central.write_text('[policy]\nvendors = ["openai"]\n', encoding="utf-8")
    result = run("scan", str(folder), "--no-repo-config", "--config", str(central), "-f", "json")
    checks = {f["check"] for f in json.loads(result.stdout)["findings"]}
    assert {"no-fallback", "unapproved-vendor"} <= checks
