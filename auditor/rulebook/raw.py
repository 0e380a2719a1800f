"""The plain data of all rule files: from a cache where the same files were read before.

Parsing YAML and compiling every regular expression takes most of the time that loading takes, and
the answer only changes with the files. The cache holds data that passed every check, as JSON, under
the digest of the files; where to keep it is the caller's business.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import cast

from auditor.rulebook.read_yaml import Data

_FOLDERS = (
    "vendors/*.yaml",
    "platforms/*.yaml",
    "gateways/*.yaml",
    "incidents/*.yaml",
    "remedies/playbooks/*.yaml",
    "*.yaml",
)
_PAGES = ("checks/*.md",)
_LIBRARIES = (
    "sdks/*/*/sdk.yaml",
    "entrypoints/*/entrypoint.yaml",
    "errors/*/*.yaml",
    "retries/*.yaml",
    "configs/*/config.yaml",
    "fallbacks/*/fallback.yaml",
)


#: Files that hold many records; those of several folders are read one after another.
TABLES = ("grammars.yaml", "endpoints.yaml", "packages.yaml", "features.yaml")


def read_files(root: Path) -> dict[str, bytes]:
    """The bytes of every rule file by its path below ``root``, sorted."""
    paths = {
        path.relative_to(root).as_posix(): path
        for pattern in _FOLDERS + _PAGES + _LIBRARIES
        for path in root.glob(pattern)
    }
    return {name: paths[name].read_bytes() for name in sorted(paths)}


def digest_of(files: dict[str, bytes]) -> str:
    """Changes whenever a rule file is changed, added, removed or renamed."""
    state = hashlib.sha256()
    for name, content in sorted(files.items()):
        state.update(f"{name}\0{len(content)}\0".encode())
        state.update(content)
    return state.hexdigest()


class RawCache:
    """Checked data of one state of the rules; without a folder it remembers nothing."""

    def __init__(self, folder: Path | None, digest: str, languages: frozenset[str] | None) -> None:
        chosen = "all" if languages is None else "-".join(sorted(languages)) or "none"
        self._path = folder / f"rules-{digest[:32]}-{chosen}.json" if folder else None

    def read(self) -> dict[str, Data] | None:
        """The data by file, or None where there is none to be trusted."""
        if self._path is None:
            return None
        try:
            data = json.loads(self._path.read_bytes())
        except (OSError, ValueError):
            return None
        return cast("dict[str, Data]", data) if isinstance(data, dict) else None

    def write(self, data: dict[str, Data]) -> None:
        """Keep ``data``; a folder that cannot be written to only costs time."""
        if self._path is None:
            return
        draft = self._path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_text(json.dumps(data), encoding="utf-8")
            draft.replace(self._path)
