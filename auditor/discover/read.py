"""File contents, read once for everyone."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from auditor.discover.made import with_made
from auditor.discover.walk import Discovery, find_sources
from auditor.model.source import Diagnostic, SourceFile
from auditor.settings import Settings

_NONE: Mapping[str, bytes] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Sources:
    """What was found, with the bytes of code and of configuration files by path.

    ``problems`` are files that went away, or were taken away, since they were found.
    """

    discovery: Discovery
    code: Mapping[str, bytes]
    configs: Mapping[str, bytes]
    problems: tuple[Diagnostic, ...]


def read_tree(
    paths: Sequence[str | os.PathLike[str]],
    settings: Settings,
    instead: Mapping[str, bytes] = _NONE,
) -> Sources:
    """Everything under ``paths`` that may be read, and its contents.

    ``instead`` also holds configuration files that are not there yet.
    """
    discovery = with_made(find_sources(paths, settings), instead, settings)
    code, gone = read_sources(discovery.files, instead)
    configs, gone_configs = read_sources(discovery.configs, instead)
    return Sources(discovery, code, configs, (*gone, *gone_configs))


def read_sources(
    files: Iterable[SourceFile], instead: Mapping[str, bytes] = _NONE
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
            with open(file.absolute, "rb") as source:  # noqa: PTH123 - ten thousands of them
                contents[file.path] = source.read()
        except OSError as error:
            message = f"cannot be read: {error.strerror or type(error).__name__}"
            problems.append(Diagnostic(file.path, 0, "unreadable", message))
    return contents, tuple(problems)
