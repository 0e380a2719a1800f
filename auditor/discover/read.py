"""File contents, read once for everyone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

from auditor.model.source import Diagnostic, SourceFile


def read_sources(
    files: Iterable[SourceFile], instead: Mapping[str, bytes] = MappingProxyType({})
) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """The bytes of every file by its path, and a diagnostic for each that went away meanwhile.

    ``instead`` holds, by path, what is taken for the contents of a file.
    """
    contents: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for file in files:
        if file.path in instead:
            contents[file.path] = instead[file.path]
            continue
        try:
            contents[file.path] = Path(file.absolute).read_bytes()
        except OSError as error:
            message = f"cannot be read: {error.strerror or type(error).__name__}"
            problems.append(Diagnostic(file.path, 0, "unreadable", message))
    return contents, tuple(problems)
