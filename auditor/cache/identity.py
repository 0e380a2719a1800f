"""Which program this is: what one kept, another must not take for its own."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

import auditor


@cache
def identity() -> str:
    """A digest of the program's code, the Python that runs it, and what is installed there.

    The version alone would not do: whoever works on the program changes it without one.
    """
    state = hashlib.blake2b(digest_size=16)
    state.update(f"{auditor.__version__}\0{sys.version}\0{sys.platform}\0".encode())
    for name in _installed():
        state.update(f"{name}\0".encode())
    home = Path(auditor.__file__).parent
    for folder, folders, names in os.walk(home):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(name for name in names if name.endswith(".py")):
            content = Path(folder, name).read_bytes()
            shown = os.path.relpath(folder, home)
            state.update(f"{shown}/{name}\0{len(content)}\0".encode())
            state.update(content)
    return state.hexdigest()


def _installed() -> list[str]:
    """The names of all installed packages with their versions, as their folders are called."""
    found: set[str] = set()
    for place in map(Path, sys.path):
        if place.is_dir():
            found.update(path.name for path in place.iterdir() if path.suffix == ".dist-info")
    return sorted(found)
