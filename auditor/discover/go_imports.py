"""Which Go file needs which: those of its own package, and those of the packages it imports."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Iterable

from auditor.model.packages import Packages
from auditor.model.source import SourceFile

_QUOTED = re.compile(rb"""^[^\n"`]*["`]([\w./~-]+)["`]""", re.MULTILINE)
_IMPORTS = re.compile(rb"^import\s*(?:\((?P<many>[^)]*)\)|(?P<one>[^\n]*))", re.MULTILINE)
_VERSION = re.compile(r"/v\d+(?=/|$)")


class GoPackages:
    """The tree's Go files by folder, and the folders by the path they are imported under."""

    def __init__(self, files: Iterable[SourceFile], packages: Packages) -> None:
        self._folders: dict[str, set[str]] = defaultdict(set)
        for file in files:
            if file.language == "go":
                self._folders[posixpath.dirname(file.path)].add(file.path)
        self._modules = packages.modules

    def imported(self, path: str, text: bytes) -> set[str]:
        """The files that this one needs: tests are needed by nobody."""
        folder = posixpath.dirname(path)
        found = {p for p in self._folders[folder] if not p.endswith("_test.go")}
        for group in _IMPORTS.finditer(text):
            for quoted in _QUOTED.finditer(group["many"] or group["one"] or b""):
                found |= self._package(quoted[1].decode("utf-8", "replace"))
        return found - {path}

    def _package(self, name: str) -> set[str]:
        name = _VERSION.sub("", name)
        folders = (module.folder_of(name) for module in self._modules)
        folder = next((found for found in folders if found is not None), None)
        return self._folders.get(folder, set()) if folder is not None else set()
