"""``go.mod``: what the packages of a tree are called."""

from __future__ import annotations

import re
from pathlib import Path

from auditor.model.packages import GoModule

_MANIFEST = "go.mod"
_NAME = re.compile(r"^\s*module\s+\"?(?P<name>[^\s\"]+)", re.MULTILINE)
_VERSION = re.compile(r"/v\d+$")


def find_modules(root: str, folders: set[str]) -> tuple[GoModule, ...]:
    """The modules whose manifest lies in one of ``folders``, which are relative to ``root``."""
    found: list[GoModule] = []
    for folder in sorted("" if f == "." else f for f in folders):
        path = Path(root, folder, _MANIFEST)
        named = _NAME.search(path.read_text(errors="replace")) if path.is_file() else None
        if named is not None:
            found.append(GoModule(_VERSION.sub("", named["name"]), folder))
    return tuple(sorted(found, key=lambda module: (-len(module.name), module.name, module.folder)))
