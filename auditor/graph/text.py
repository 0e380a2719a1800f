"""Text from a scanned repository, made safe to show."""

from __future__ import annotations

import re

_ESCAPE = re.compile(
    r"\x1b\][^\x07\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?"  # operating system command: titles, links
    r"|[\x1b\x9b]\[?[0-?]*[ -/]*[@-~]"  # colours, cursor movements
)
# Control characters, lone surrogates, and the marks that turn the reading direction around.
_CONTROL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)


def place(path: str, line: int, cell: int = 0) -> str:
    """``path:line``; lines of a notebook are counted in their cell."""
    return f"{plain(path)} cell {cell}:{line}" if cell else f"{plain(path)}:{line}"


def plain(text: str) -> str:
    """One line without escape sequences, control characters and direction marks."""
    text = _ESCAPE.sub("", text)
    text = re.sub(r"\s+", " ", text)
    return _CONTROL.sub("", text).strip()
