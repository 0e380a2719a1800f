"""Starts a program of this folder beside the libraries under test, and takes what it found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

from auditor.mend import Wish, mend
from auditor.settings import Settings
from auditor.settings.records import Policy

#: Two tries of two seconds each: a vendor that hangs is given up soon, a slow machine is not.
QUICK = Settings(policy=Policy(max_failover_seconds=5))


def need(packages: Iterable[str]) -> None:
    """Skip the test where a library is not installed."""
    missing = [package for package in packages if not _is_there(package)]
    if missing:
        pytest.skip(f"needs the extra proof: {', '.join(missing)} not installed")


def _is_there(package: str) -> bool:
    """Whether a library can be imported, also where what it is a part of (``a.b``) is not there."""
    above = package.rpartition(".")[0]
    return (not above or _is_there(above)) and find_spec(package) is not None


def found_by(
    program: str,
    *args: str,
    folder: Path | None = None,
    given: object = None,
    env: Mapping[str, str] | None = None,
) -> Any:
    """What the program prints last, as JSON; ``given`` goes to its standard input."""
    command = [sys.executable, str(Path(__file__).with_name(program)), *args]
    quiet = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore", **(env or {})}
    return answer_of(command, folder, quiet, given)


def answer_of(
    command: Sequence[str], folder: Path | None, env: Mapping[str, str], given: object = None
) -> Any:
    """What a command prints last, as JSON, with some more variables in its environment."""
    done = subprocess.run(
        command,
        cwd=folder,
        input=json.dumps(given),
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])


def mended(folder: Path, check: str, second: str) -> dict[str, str]:
    """The files that change when all that the check finds is mended; nothing may be refused."""
    found = mend([folder], QUICK, Wish((check,), (second,), unsafe=True))[1]
    assert [one.reason for one in found.refusals] == []
    return found.after
