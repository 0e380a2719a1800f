"""The files below a root as texts, each read and parsed once."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path

from auditor.remedy.scripts.script import Script
from auditor.remedy.source import CannotEdit, Source

#: A mark before the text, and what would act on a terminal that shows a diff.
_ODD = re.compile("^\ufeff|[\x00-\x08\x0b\x0e-\x1f\x7f]")


class Files:
    """Texts by path, relative to the root, with the line ends that they have."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._texts: dict[str, str | None] = {}
        self._sources: dict[str, Source] = {}
        self._scripts: dict[str, Script] = {}

    def text(self, path: str) -> str | None:
        """A file's text, None where it cannot be read as plain UTF-8."""
        if path not in self._texts:
            self._texts[path] = self._read(path)
        return self._texts[path]

    def is_missing(self, path: str) -> bool:
        """Whether there is nothing at a path, so that a file can be made there."""
        return not os.path.lexists(self._root / path)

    def texts(self, paths: Iterable[str]) -> dict[str, str]:
        """The texts of several files that can be read; nothing stands in those to be made."""
        return {
            path: text
            for path in paths
            if (text := "" if self.is_missing(path) else self.text(path)) is not None
        }

    def source(self, path: str) -> Source:
        """A Python file, parsed. Raises ``CannotEdit`` where it cannot be."""
        if path not in self._sources:
            self._sources[path] = Source(path, self._plain(path))
        return self._sources[path]

    def script(self, path: str) -> Script:
        """A JavaScript or TypeScript file, parsed. Raises ``CannotEdit`` where it cannot be."""
        if path not in self._scripts:
            self._scripts[path] = Script(path, self._plain(path))
        return self._scripts[path]

    def _plain(self, path: str) -> str:
        text = self.text(path)
        if text is None:
            raise CannotEdit(f"{path} is not plain UTF-8")
        return text

    def _read(self, path: str) -> str | None:
        try:
            text = (self._root / path).read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError):
            return None
        return None if _ODD.search(text) else text
