"""Which folder an audit is about, and what it is called in the report."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.model.errors import AuditorError


@dataclass(frozen=True, slots=True)
class Roots:
    """``absolute`` is the root's real place, ``shown`` how the user wrote it.

    ``folders`` and ``files`` are the absolute places of what was named, without repetition.
    """

    absolute: str
    shown: str
    folders: tuple[str, ...]
    files: tuple[str, ...]


def root_of(paths: Sequence[str | os.PathLike[str]]) -> Path:
    """The folder that paths in the report are relative to."""
    return Path(find_roots(paths).absolute)


def find_roots(paths: Sequence[str | os.PathLike[str]]) -> Roots:
    """The common folder of all that was named; a single folder is its own root."""
    given = [os.fspath(path) for path in paths] or ["."]
    folders: dict[str, None] = {}
    files: dict[str, None] = {}
    for path in given:
        if not _exists(path):
            raise AuditorError(f"there is no {path!r} here", hint="name a folder or a file to scan")
        if Path(path).is_dir():
            folders[os.path.realpath(path)] = None
        else:
            files[_in_real_folder(path)] = None
    tops = [*folders, *(str(Path(file).parent) for file in files)]
    try:
        absolute = os.path.commonpath(tops)
    except ValueError as error:  # two drives
        raise AuditorError("the paths to scan have no folder in common") from error
    return Roots(absolute, _shown(given, absolute), tuple(folders), tuple(files))


def _exists(path: str) -> bool:
    try:
        return os.path.lexists(path) and Path(path).exists()
    except (OSError, ValueError):
        return False


def _in_real_folder(path: str) -> str:
    """The file's place with links resolved in its folder, but not in its own name."""
    parent, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - must not resolve the name
    return str(Path(os.path.realpath(parent)) / name)


def _shown(given: Sequence[str], absolute: str) -> str:
    if len(given) == 1:
        path = Path(given[0])
        return (path if path.is_dir() else path.parent).as_posix()
    if all(Path(path).is_absolute() for path in given):
        return Path(absolute).as_posix()
    return Path(os.path.relpath(absolute)).as_posix()
