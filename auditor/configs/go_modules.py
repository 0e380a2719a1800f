"""``go.mod``: what the packages of a tree are called."""

from __future__ import annotations

import re
from pathlib import Path

from auditor.model.packages import GoModule
from auditor.settings import read_small

_MANIFEST = "go.mod"
_NAME = re.compile(r"^\s*module\s+\"?(?P<name>[^\s\"]+)", re.MULTILINE)
_VERSION = re.compile(r"/v\d+$")


def find_modules(root: str, folders: set[str]) -> tuple[GoModule, ...]:
    """The modules whose manifest lies in one of ``folders``, which are relative to ``root``."""
    found: list[GoModule] = []
    for folder in sorted(folders):
        try:
            named = _NAME.search(read_small(Path(root, folder, _MANIFEST)))
        except (OSError, UnicodeDecodeError):
            continue  # as a configuration file it is read, and complained of, on its own
        if named is not None:
            found.append(GoModule(_VERSION.sub("", named["name"]), folder))
    return tuple(sorted(found, key=lambda module: (-len(module.name), module.name, module.folder)))
