"""Git repositories to audit. Whoever has no git skips what needs one: the program needs none."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

_AUTHOR = ("-c", "user.name=a", "-c", "user.email=a@example.org")


def git(folder: Path, *words: str) -> None:
    """Run git in a folder."""
    program = shutil.which("git")
    if program is None:
        pytest.skip("git is not installed")
    subprocess.run([program, *_AUTHOR, *words], cwd=folder, check=True, capture_output=True)
