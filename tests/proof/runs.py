"""Starts a program of this folder beside the libraries under test, and takes what it found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest


def need(packages: Iterable[str]) -> None:
    """Skip the test where a library is not installed."""
    missing = [package for package in packages if find_spec(package) is None]
    if missing:
        pytest.skip(f"needs the extra proof: {', '.join(missing)} not installed")


def found_by(program: str, *args: str, folder: Path | None = None, given: object = None) -> Any:
    """What the program prints last, as JSON; ``given`` goes to its standard input."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(program)), *args],
        cwd=folder,
        input=json.dumps(given),
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout.splitlines()[-1])
