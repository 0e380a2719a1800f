"""``auditor fleet``: many repositories in one run."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from typer.testing import Result

from tests.repositories import git

Run = Callable[..., Result]
CODE = """
import os

import anthropic
import flask

app = flask.Flask("shop")


@app.route("/ask")
def ask():
    client = anthropic.Anthropic(api_key=os.environ["ANTHROPIC_API_KEY"])
    return client.messages.create(model="claude-opus-4-5", max_tokens=9, messages=[])
"""


def _repository(folder: Path) -> Path:
    folder.mkdir()
    (folder / "app.py").write_text(dedent(CODE).lstrip("\n"), encoding="utf-8")
    return folder


@pytest.fixture
def fleet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder, a repository to be cloned, and one that is not there."""
    _repository(tmp_path / "billing")
    remote = _repository(tmp_path / "remote")
    git(remote, "init", "-q")
    git(remote, "add", ".")
    git(remote, "commit", "-q", "-m", "all")
    path = tmp_path / "fleet.yaml"
    path.write_text(
        f"repositories:\n- billing\n- name: search\n  url: file://{remote}\n  owner: team-s\n"
        "  criticality: critical\n- gone\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(tmp_path)
    return path


def test_one_that_is_missing_costs_no_other(run: Run, fleet: Path) -> None:
    result = run("fleet", str(fleet), "--jobs", "1", "-o", "all.html", "-f", "json", "--pages")
    assert result.exit_code == 0, result.stderr
    assert "not audited: gone" in result.stderr
    document = json.loads(result.stdout)
    found = {one["name"]: one for one in document["repositories"]}
    assert {name: one["state"] for name, one in found.items()} == {
        "billing": "audited",
        "search": "audited",
        "gone": "failed",
    }
    assert found["search"]["weight"] == 4, "a critical repository makes its workflows critical"
    assert found["search"]["source"].startswith("file://")
    anthropic = next(one for one in document["losses"] if one["domain"] == "anthropic")
    assert (anthropic["stops"], anthropic["weight"], anthropic["share"]) == (2, 6, 1.0)
    assert anthropic["repositories"] == ["billing", "search"]
    own = json.loads((fleet.parent / ".auditor-fleet/search.json").read_text(encoding="utf-8"))
    assert own["root"].startswith("file://"), "not the folder of a clone that is gone"
    page = (fleet.parent / "all.html").read_text(encoding="utf-8")
    assert 'href=".auditor-fleet/search.html"' in page
    assert "Anthropic down stops 2 of 2 workflows in 2 repositories." in page

    strict = run("fleet", str(fleet), "--jobs", "1", "--strict", "--resume")
    assert strict.exit_code == 2
    assert "1 kept from an earlier run" in strict.stdout, "a folder without commits is read again"


def test_a_report_cut_short_is_not_kept(run: Run, fleet: Path) -> None:
    run("fleet", str(fleet), "--jobs", "1")
    report = fleet.parent / ".auditor-fleet/search.json"
    report.write_text(report.read_text(encoding="utf-8")[:100], encoding="utf-8")
    again = run("fleet", str(fleet), "--jobs", "1", "--resume", "-f", "json")
    states = {one["name"]: one["state"] for one in json.loads(again.stdout)["repositories"]}
    assert states["search"] == "audited"


def test_a_password_in_an_address_is_never_printed(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "fleet.txt"
    path.write_text("http://ada:hunter2@127.0.0.1:1/team/one.git\n", encoding="utf-8")
    store = str(tmp_path / "store")
    result = run("fleet", str(path), "--jobs", "1", "--store", store, "-f", "json")
    assert result.exit_code == 2, "nothing at all could be audited"
    assert "hunter2" not in result.output
    failed = "git clone failed" if shutil.which("git") else "git is not installed"
    assert failed in result.output


def test_a_transport_that_runs_programs_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "fleet.txt"
    path.write_text("ext://sh -c touch% here\n", encoding="utf-8")
    result = run("fleet", str(path), "--jobs", "1", "--store", str(tmp_path / "store"))
    assert result.exit_code == 2
    assert "cannot be cloned" in result.output


def test_a_list_that_is_not_there_is_an_error(run: Run, tmp_path: Path) -> None:
    result = run("fleet", str(tmp_path / "none.txt"), "--store", str(tmp_path / "store"))
    assert result.exit_code == 2
    assert "none.txt cannot be read" in result.stderr


def test_rules_of_the_center_hold_in_every_repository_and_from_run_to_run(
    run: Run, fleet: Path
) -> None:
    central = fleet.parent / "central.toml"
    central.write_text(
        '[[wrapper]]\nfunctions = ["ledger.ask"]\nplatform = "openai-api"\nmodel = ["0"]\n',
        encoding="utf-8",
    )
    (fleet.parent / "remote" / "more.py").write_text("import ledger\n\nledger.ask('x')\n")
    git(fleet.parent / "remote", "add", ".")
    git(fleet.parent / "remote", "commit", "-q", "-m", "more")
    words = ("fleet", str(fleet), "--jobs", "1", "--config", str(central), "-f", "json")
    first = json.loads(run(*words).stdout)
    search = next(one for one in first["repositories"] if one["name"] == "search")
    assert search["calls"] == 2, "its own, and the one through the wrapper"
    again = json.loads(run(*words, "--resume").stdout)
    states = {one["name"]: one["state"] for one in again["repositories"]}
    assert states["search"] == "kept"
