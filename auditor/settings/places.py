"""Where a configuration file is looked for, and how it is read."""

from __future__ import annotations

import errno
import os
import stat
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from auditor.model.errors import AuditorError

OWN, PROJECT = "auditor.toml", "pyproject.toml"
LARGEST = 1 << 20
"""Bytes of a file that is read beside the code."""


def find_git_top(folder: Path) -> Path | None:
    """The nearest folder, from ``folder`` upwards, that holds a ``.git``."""
    folder = folder.resolve()
    return next(
        (place for place in (folder, *folder.parents) if os.path.lexists(place / ".git")), None
    )


def nearest_table(root: Path) -> tuple[Mapping[str, object], Path] | None:
    """The table that counts for ``root``, and its file."""
    for path in _candidates(root.resolve()):
        table = read_table(path)
        if table is not None:
            return table, path
    return None


def _candidates(root: Path) -> Iterator[Path]:
    top = find_git_top(root) or root
    for folder in (root, *root.parents):
        yield folder / OWN
        yield folder / PROJECT
        if folder == top:
            return


def read_table(path: Path) -> Mapping[str, object] | None:
    """The file's own table, or None where there is no such file or it says nothing of us."""
    if not path.is_file():
        return None
    text = read_text(path)
    is_project = path.name == PROJECT
    if is_project and "tool.auditor" not in text:
        return None
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise AuditorError(f"{path} is not valid TOML: {error}") from error
    if not is_project:
        return document
    tool = document.get("tool", {})
    table = tool.get("auditor") if isinstance(tool, dict) else None
    return table if isinstance(table, dict) else None


def read_small(path: Path) -> str:
    """The text of a file that the audit needs beside the code: a manifest, a setting.

    Raises ``OSError`` where there is none, where it is a pipe or device, which could be read for
    ever, or where it is too large to be one; ``UnicodeDecodeError`` where it is not UTF-8.
    """
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise OSError(errno.EINVAL, "not a regular file", str(path))
    if about.st_size > LARGEST:
        raise OSError(errno.EFBIG, "too large", str(path))
    return path.read_text(encoding="utf-8")


def read_text(path: Path) -> str:
    """The text of a configuration file."""
    try:
        return read_small(path)
    except (OSError, UnicodeDecodeError) as error:
        raise AuditorError(f"{path} cannot be read: {error}") from error
