"""Manifests in Python files: ``setup.py``, and the TOML that scripts carry in their comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from auditor.configs.syntaxes import read_config
from auditor.model.config import ConfigFile
from auditor.model.source import SourceFile

_HEADER = re.compile(r"^# /// script[ \t]*\n((?:#[^\n]*\n)*?)# ///[ \t]*$", re.MULTILINE)
_MARK = b"# /// script"
#: Headers stand at the top.
_READ = 8192


def script_headers(
    files: Iterable[SourceFile], contents: Mapping[str, bytes]
) -> Iterator[ConfigFile]:
    """Every ``setup.py``, and the header of every script that has one, in lines of the script."""
    for file in files:
        content = contents.get(file.path)
        if content is None or not file.path.endswith(".py"):
            continue
        whole = file.path.rpartition("/")[2] == "setup.py"
        head = content if whole else content[:_READ]
        if not whole and _MARK not in head:
            continue
        text = head.decode("utf-8", "replace").replace("\r\n", "\n")
        if whole:
            yield read_config("lines", file.path, text, file.in_tests)
        found = _HEADER.search(text)
        if found is not None:
            body = re.sub(r"^# ?", "", found[1], flags=re.MULTILINE)
            before = text.count("\n", 0, found.start(1))
            yield read_config("toml", file.path, "\n" * before + body, file.in_tests)
