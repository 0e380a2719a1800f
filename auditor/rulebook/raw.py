"""The plain data of all rule files: from a cache where the same files were read before.

Parsing YAML and compiling every regular expression takes most of the time that loading takes, and
the answer only changes with the files. What is kept is data that passed every check, as JSON, under
the digest of the files; where to keep it is the caller's business.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import cast

from auditor.model.means import Memory
from auditor.rulebook.read_yaml import Data

_FOLDERS = (
    "vendors/*.yaml",
    "platforms/*.yaml",
    "gateways/*.yaml",
    "incidents/*.yaml",
    "retirements/*.yaml",
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
TABLES = (
    "grammars.yaml",
    "endpoints.yaml",
    "packages.yaml",
    "features.yaml",
    "rehearsals.yaml",
    "caches.yaml",
)


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
    """Checked data of one state of the rules."""

    def __init__(self, memory: Memory, digest: str, languages: frozenset[str] | None) -> None:
        chosen = "all" if languages is None else "-".join(sorted(languages)) or "none"
        self._memory = memory
        self._key = f"{digest}-{chosen}"

    def read(self) -> dict[str, Data] | None:
        """The data by file, or None where there is none to be trusted."""
        kept = self._memory.recall("rules", self._key)
        if kept is None:
            return None
        try:
            data = json.loads(kept)
        except ValueError:
            return None
        return cast("dict[str, Data]", data) if isinstance(data, dict) else None

    def write(self, data: dict[str, Data]) -> None:
        """Keep ``data``."""
        self._memory.remember("rules", self._key, json.dumps(data).encode())
