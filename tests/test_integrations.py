"""What plugs the program into pipelines: it is run here as a pipeline would run it."""

from __future__ import annotations

import json
import os
import re
import shlex
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from typer.main import get_command
from typer.testing import CliRunner

from auditor.cli.app import app
from auditor.report import format_of

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "sample_repos" / "support-desk"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"]}
SCRIPTS = {
    "action": "\n".join(step["run"] for step in STEPS.values()),
    "gitlab template": (ROOT / "templates" / "auditor.yml").read_text(encoding="utf-8"),
    "pre-commit hook": (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"),
    "github starter": (ROOT / "auditor/cli/starters/github.yml").read_text(encoding="utf-8"),
    "gitlab starter": (ROOT / "auditor/cli/starters/gitlab.yml").read_text(encoding="utf-8"),
}


def program(folder: Path, name: str, script: str) -> None:
    """A program of this name in the folder."""
    path = folder / name
    path.write_text(script, encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)


@pytest.fixture
def step(tmp_path: Path) -> Any:
    """Runs a step of the action with this environment; gives its exit code."""
    (tmp_path / "bin").mkdir()
    program(
        tmp_path / "bin",
        "auditor",
        f'#!/bin/sh\nexec {sys.executable} -c "from auditor.cli.app import main; main()" "$@"\n',
    )

    def run(name: str, **env: str) -> int:
        path = f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}"
        given = {
            "PATH": path,
            "PYTHONPATH": str(ROOT),
            "RUNNER_TEMP": str(tmp_path / "temp dir"),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_REPOSITORY": "o/r",
            **env,
        }
        done = subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", STEPS[name]["run"]],
            env=given,
            cwd=tmp_path,
            check=False,
        )
        return done.returncode

    return run


class TestAction:
    def test_it_is_a_composite_action_whose_steps_take_nothing_but_the_environment(self):
        assert ACTION["runs"]["using"] == "composite"
        for name, one in STEPS.items():
            assert one["shell"] == "bash", name
            assert "${{" not in one["run"], f"{name}: an expression in a script is an injection"

    def test_every_input_is_explained_and_used(self):
        text = (ROOT / "action.yml").read_text(encoding="utf-8")
        for name, one in ACTION["inputs"].items():
            assert one["description"], name
            assert f"inputs.{name}" in text, name

    def test_a_scan_writes_its_files_and_says_where(self, step, tmp_path):
        args = "--include-tests  --exclude notebooks"
        assert step("Scan", SCANNED=str(SAMPLE), EARLIER="", ARGS=args) == 0
        output = dict(line.split("=", 1) for line in (tmp_path / "output").read_text().splitlines())
        assert output["status"] in {"0", "1"}
        document = json.loads(Path(output["json"]).read_text(encoding="utf-8"))
        assert {"path": "notebooks/", "reason": "excluded"} in document["coverage"]["left_out"]
        assert json.loads(Path(output["sarif"]).read_text(encoding="utf-8"))["version"] == "2.1.0"
        assert Path(output["markdown"]).read_text(encoding="utf-8").startswith("<!-- auditor -->")

    def test_a_scan_that_cannot_be_made_ends_as_such_in_the_last_step(self, step, tmp_path):
        assert step("Scan", SCANNED="-nowhere", EARLIER="", ARGS="") == 0
        assert "status=2\n" in (tmp_path / "output").read_text()
        assert step("Result", STATUS="2") == 2
        assert step("Result", STATUS="") == 2

    @pytest.mark.parametrize(
        ("theirs", "page", "method"),
        [
            (None, "page\n", "POST"),
            ("page\n", "page\n", None),
            ("old", "page\n", "PATCH"),
            (None, "<!-- auditor -->\n<!-- unchanged -->\n", None),
            ("old", "<!-- auditor -->\n<!-- unchanged -->\n", "PATCH"),
        ],
    )
    def test_there_is_one_comment_and_it_is_kept_up_to_date(
        self, step, tmp_path, theirs, page, method
    ):
        log = tmp_path / "asked"
        listed = "" if theirs is None else "echo 17; echo 18"
        (tmp_path / "theirs").write_text(theirs or "")
        program(
            tmp_path / "bin",
            "gh",
            f"#!/bin/bash\necho \"$*\" >> '{log}'\n"
            f'case "$*" in *--paginate*) {listed or ":"} ;;'
            f" *'--jq .body'*) cat '{tmp_path / 'theirs'}' ;; esac\n",
        )
        (tmp_path / "page.md").write_text(page)
        assert step("Comment", GH_TOKEN="t", NUMBER="5", PAGE=str(tmp_path / "page.md")) == 0
        asked = log.read_text()
        assert "repos/o/r/issues/5/comments" in asked
        assert re.findall(r"--method (\w+)", asked) == ([method] if method else [])
        if method == "PATCH":
            assert "PATCH repos/o/r/issues/comments/17 --field body=@" in asked


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_option_and_suffix_in_a_pipeline_exists(script):
    options = {name for param in get_command(app).commands["scan"].params for name in param.opts}
    for line in SCRIPTS[script].replace("\\\n", " ").splitlines():
        if "auditor scan" in line or "--output" in line or "options=" in line:
            used = set(re.findall(r"(?<=[ (])--[a-z][a-z-]+", line))
            assert used <= options, line
    for name in re.findall(r"--output \"?([\w./$-]+)", SCRIPTS[script]):
        assert format_of(name.replace("$suffix", "sarif")), name


def test_the_gitlab_template_writes_what_it_collects():
    spec, jobs = yaml.safe_load_all(SCRIPTS["gitlab template"])
    job = jobs["auditor"]
    script = "\n".join(job["script"])
    artifacts = job["artifacts"]
    for name in (*artifacts["paths"], *artifacts["reports"].values()):
        assert f"--output {name}" in script
    used = set(re.findall(r"\$\[\[ inputs\.(\w+) \]\]", SCRIPTS["gitlab template"]))
    assert used == set(spec["spec"]["inputs"])


def test_the_pre_commit_hook_reads_the_whole_tree(monkeypatch):
    (hook,) = yaml.safe_load(SCRIPTS["pre-commit hook"])
    assert {"id", "name", "entry", "language"} <= set(hook)
    assert hook["pass_filenames"] is False
    monkeypatch.chdir(SAMPLE)
    _, *args = shlex.split(hook["entry"])
    assert CliRunner().invoke(app, args).exit_code in {0, 1}


def test_the_image_has_what_the_wheel_needs_and_runs_as_nobody():
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = [
        name
        for line in lines
        if line.startswith("COPY ") and "--from" not in line
        for name in line.split()[1:-1]
    ]
    assert all((ROOT / name).exists() for name in copied)
    let_through = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    assert {f"!{name}" for name in copied} == {line for line in let_through if line[0] == "!"}
    user = [line.split()[1] for line in lines if line.startswith("USER ")]
    assert user
    assert user[-1].split(":")[0] not in {"root", "0"}
    assert 'ENTRYPOINT ["auditor"]' in lines


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_can_complete_commands(shell):
    result = CliRunner().invoke(
        app, [], prog_name="auditor", env={"_AUDITOR_COMPLETE": f"source_{shell}"}
    )
    assert "auditor" in result.stdout
