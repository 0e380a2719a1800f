"""Which file of Rust needs which: its modules, and those that it names in paths."""

from __future__ import annotations

import posixpath
import re
from collections import defaultdict
from collections.abc import Callable, Iterable

from auditor.model.source import SourceFile

_HEAD = re.compile(rb"\b([A-Za-z_]\w*)[ \t]*::")
_MODULE = re.compile(rb"\bmod[ \t]+(?:r#)?(\w+)[ \t]*;")
_USE = re.compile(rb"\buse[ \t\r\n]+([^;]*);")
_WORD = re.compile(rb"\w+")
#: Files that stand for the folder in which they lie.
_OF_FOLDER = frozenset({"mod.rs", "lib.rs", "main.rs"})


class RustModules:
    """The files of Rust by the last name of the module that they hold, and by their crate."""

    def __init__(self, files: Iterable[SourceFile]) -> None:
        self._named: dict[str, set[str]] = defaultdict(set)
        self._tops: dict[str, set[str]] = defaultdict(set)
        for file in files:
            if file.language != "rust":
                continue
            folder, name = posixpath.split(file.path)
            if name not in _OF_FOLDER:
                self._named[name.removesuffix(".rs")].add(file.path)
                continue
            self._named[posixpath.basename(folder)].add(file.path)
            if name != "mod.rs":
                crate = folder.removesuffix("/src") if folder != "src" else ""
                self._tops[crate].add(file.path)
                self._named[posixpath.basename(crate).replace("-", "_")].add(file.path)

    def edges(
        self, files: Iterable[SourceFile], read: Callable[[str], bytes]
    ) -> dict[str, set[str]]:
        """For every file the paths of those it needs."""
        rust = (file.path for file in files if file.language == "rust")
        return {path: self._needed(path, read(path)) - {path} for path in rust}

    def _needed(self, path: str, text: bytes) -> set[str]:
        names = {*_HEAD.findall(text), *_MODULE.findall(text)}
        for used in _USE.findall(text):
            names.update(_WORD.findall(used))
        found: set[str] = set()
        for name in names:
            found |= self._named.get(name.decode("utf-8", "replace"), set())
        if b"crate" in names or b"super" in names:
            found |= self._around(path)
        return found

    def _around(self, path: str) -> set[str]:
        """The top of the crate, and the file of the module around."""
        folder = posixpath.dirname(path)
        found = set(self._named.get(posixpath.basename(folder), ()))
        while folder and folder not in self._tops:
            folder = posixpath.dirname(folder)
        return found | self._tops.get(folder, set())
