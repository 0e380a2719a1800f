"""Manifests in Python files: ``setup.py``, and the TOML that scripts carry in their comments."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from auditor.configs.syntaxes import read_config
from auditor.model.config import ConfigFile
from auditor.model.source import SourceFile

_HEADER = re.compile(r"^# /// script[ \t]*\n((?:#[^\n]*\n)*?)# ///[ \t]*$", re.MULTILINE)
#: Headers stand at the top.
_READ = 8192


def script_headers(files: Iterable[SourceFile]) -> Iterator[ConfigFile]:
    """Every ``setup.py``, and the header of every script that has one, in lines of the script."""
    for file in files:
        if not file.path.endswith(".py"):
            continue
        whole = file.path.rpartition("/")[2] == "setup.py"
        try:
            with Path(file.absolute).open("rb") as script:
                text = (
                    script.read(-1 if whole else _READ)
                    .decode("utf-8", "replace")
                    .replace("\r\n", "\n")
                )
        except OSError:
            continue  # whoever reads the whole file says so
        if whole:
            yield read_config("lines", file.path, text, file.in_tests)
        found = _HEADER.search(text)
        if found is not None:
            body = re.sub(r"^# ?", "", found[1], flags=re.MULTILINE)
            before = text.count("\n", 0, found.start(1))
            yield read_config("toml", file.path, "\n" * before + body, file.in_tests)
