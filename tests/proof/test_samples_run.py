"""All patches of a sample repository at once: it scans better, passes its tests, and answers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from auditor.mend import Wish, mend
from auditor.model.remedy import Mended
from auditor.model.report import AuditReport
from auditor.model.severity import Severity
from auditor.settings import Settings
from tests.linker.conftest import audit_tree
from tests.proof.runs import found_by, need
from tests.proof.sample_programs import PROGRAMS, Program
from tests.proof.vendors import FAILURES

__all__ = ["audit_tree"]

SAMPLES = Path(__file__).parents[2] / "sample_repos"


def mended(folder: Path, second: tuple[str, ...]) -> tuple[AuditReport, Mended]:
    """The report of the folder, and what was done; all files of it are written."""
    report, found = mend([folder], Settings(), Wish(None, second, unsafe=True))
    for path, text in found.after.items():
        (folder / path).write_text(text, encoding="utf-8")
    return report, found


def _wanted(report: AuditReport) -> set[str]:
    """The findings of a report that somebody has to do something about."""
    return {one.key for one in report.findings if one.severity is not Severity.INFO}


def own_tests(folder: Path, program: Program) -> str:
    """What the tests of a repository end with, without the time they took."""
    roots = os.pathsep.join(str(folder / name) for name in program.folders)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider",
         "--import-mode=importlib", *program.tests],
        cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": roots, "PYTHONDONTWRITEBYTECODE": "1"},
    )  # fmt: skip
    return done.stdout.splitlines()[-1].partition(" in ")[0]


@pytest.mark.parametrize("name", PROGRAMS)
def test_all_patches_of_a_sample_hold_together(
    name: str, audit_tree: object, tmp_path: Path
) -> None:
    program = PROGRAMS[name]
    need(program.packages)
    folder = tmp_path / name
    shutil.copytree(SAMPLES / name, folder)
    tests = own_tests(folder, program) if program.tests else ""
    before, found = mended(folder, program.second)
    assert bool(found.patches) == bool(before.findings)
    after = mend([folder], Settings(), Wish())[0]
    closed = {one.finding.key for one in found.patches}
    assert _wanted(after) == _wanted(before) - closed
    for path in found.after:
        if path.endswith(".py"):
            compile((folder / path).read_text(encoding="utf-8"), path, "exec")
    if program.tests:
        assert own_tests(folder, program) == tests
        assert "failed" not in tests
    (folder / "driven.py").write_text(dedent(program.code), encoding="utf-8")
    env = {"PYTHONPATH": os.pathsep.join(str(folder / one) for one in program.folders)}
    for vendor, answers in program.answers.items():
        lost, modes = (vendor, FAILURES) if vendor != "ok" else ("openai", ("ok",))
        was = found_by("run_patched.py", "driven", lost, *modes, folder=folder, env=env)
        assert was == dict.fromkeys(modes, answers), vendor
