from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest
import yaml

from auditor import __version__
from auditor.cli.origin import requirement
from auditor.settings import Settings, load_settings


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def from_index(monkeypatch: pytest.MonkeyPatch, record: dict[str, object] | None) -> None:
    class Installed:
        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return json.dumps(record) if record is not None else None

    monkeypatch.setattr("auditor.cli.origin.distribution", lambda name: Installed())


def test_it_writes_settings_that_change_nothing(run, here):
    result = run("init")
    assert result.exit_code == 0
    assert files(here) == {"auditor.toml"}
    assert load_settings(here).exclude == Settings().exclude
    assert "--ci github or --ci gitlab" in result.stdout


def test_what_it_suggests_is_valid_once_the_marks_are_gone(run, here):
    run("init")
    lines = (here / "auditor.toml").read_text(encoding="utf-8").splitlines()
    settings = [
        line.removeprefix("# ") for line in lines if " = " in line or line.startswith("# [")
    ]
    table = tomllib.loads("\n".join(settings))
    assert table["workflow"][0]["match"] == "POST /tickets*"
    (here / "auditor.toml").write_text("\n".join(settings), encoding="utf-8")
    assert load_settings(here).workflows[0].owner == "support"


def test_a_second_time_it_writes_nothing(run, here):
    (here / ".github").mkdir()
    run("init")
    for name in files(here):
        (here / name).write_text("mine", encoding="utf-8")
    result = run("init")
    assert result.stdout.count("kept") == 2
    assert {(here / name).read_text(encoding="utf-8") for name in files(here)} == {"mine"}


def test_a_link_that_leads_nowhere_is_a_file_too(run, here):
    (here / "auditor.toml").symlink_to(here / "elsewhere.toml")
    run("init")
    assert not (here / "elsewhere.toml").exists()


def test_settings_in_pyproject_are_enough(run, here):
    (here / "pyproject.toml").write_text("[tool.auditor]\n", encoding="utf-8")
    assert "kept" in run("init").stdout
    assert files(here) == {"pyproject.toml"}


def test_the_pipeline_is_that_of_the_forge(run, here):
    (here / ".github").mkdir()
    result = run("init")
    workflow = yaml.safe_load((here / ".github/workflows/auditor.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    runs = [step["run"] for step in workflow["jobs"]["auditor"]["steps"] if "run" in step]
    assert runs[0].startswith('pip install "auditor')
    assert "note: " in result.stderr


def test_a_gitlab_job_stands_beside_and_is_to_be_included(run, here):
    (here / ".gitlab-ci.yml").write_text("test: {script: [make]}\n", encoding="utf-8")
    result = run("init")
    assert "include: .gitlab/auditor.yml" in result.stdout
    assert (here / ".gitlab-ci.yml").read_text(encoding="utf-8") == "test: {script: [make]}\n"
    job = yaml.safe_load((here / ".gitlab/auditor.yml").read_text(encoding="utf-8"))["auditor"]
    assert job["artifacts"]["reports"]["junit"] == "auditor.junit.xml"


def test_the_pipeline_can_be_named_or_left_out(run, here):
    assert run("init", "--ci", "none").stdout.count("written") == 1
    assert run("init", AUDITOR_CI="gitlab").stdout.count("written") == 1
    assert run("init", "--ci", "jenkins").exit_code == 2


def test_what_cannot_be_written_ends_with_2(run, here):
    (here / ".github").write_text("a file", encoding="utf-8")
    assert run("init", "--ci", "github").exit_code == 2
    assert run("init", "nowhere").exit_code == 2


def test_a_pipeline_installs_what_is_installed_here(monkeypatch):
    source = {"vcs": "git", "commit_id": "a1b2"}
    from_index(monkeypatch, {"url": "https://git.example/auditor", "vcs_info": source})
    assert requirement() == "auditor @ git+https://git.example/auditor@a1b2"
    from_index(monkeypatch, {"url": "file:///home/me/auditor", "dir_info": {"editable": True}})
    assert requirement() == f"auditor=={__version__}"
    from_index(monkeypatch, None)
    assert requirement() == f"auditor=={__version__}"
