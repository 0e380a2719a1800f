"""Where things stand: files, positions in them, and what went wrong while reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of source text. Lines are 1-based, columns 0-based byte offsets, the end exclusive.

    ``cell`` is the 1-based notebook cell the lines are counted in, 0 outside notebooks.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    cell: int = 0


class Severity(StrEnum):
    """How much a diagnostic costs the audit."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """Something that could not be read or decided. It never ends the run.

    ``path`` is POSIX and relative to the scanned root, ``line`` 1-based or 0 for the whole file,
    ``code`` a stable kebab-case word such as ``syntax-error``.
    """

    path: str
    line: int
    code: str
    message: str
    severity: Severity = Severity.WARNING


@dataclass(frozen=True, slots=True, order=True)
class SourceFile:
    """A file that discovery chose to read.

    ``path`` is POSIX and relative to the scanned root; ``absolute`` is where to open it;
    ``language`` is a front end's name (``python``) or a config syntax (``yaml``).
    """

    path: str
    absolute: str
    language: str
    size: int
    in_tests: bool = False


@dataclass(frozen=True, slots=True, order=True)
class LeftOut:
    """A path that discovery did not read, and why (``gitignored``, ``too-large`` ...)."""

    path: str
    reason: str
