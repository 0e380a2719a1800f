"""Bytes of a Python file to clean UTF-8, by its PEP 263 cookie where it has one."""

from __future__ import annotations

import re

from auditor.languages.decode import Decoded
from auditor.languages.decode import decode as decode_any

_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"[ \t\f]*(?:#.*)?$")


def decode(path: str, raw: bytes) -> Decoded:
    """Decode by byte order mark, coding cookie or UTF-8; what fits none is read as Latin-1."""
    return decode_any(path, raw, _read_cookie)


def _read_cookie(raw: bytes) -> str | None:
    """The encoding named in the first two lines, None for UTF-8 and where there is none."""
    head = raw[:1000]
    if b"coding" not in head:
        return None
    for line in re.split(rb"\r\n|\r|\n", head)[:2]:
        found = _COOKIE.match(line)
        if found is not None:
            name = found[1].decode("ascii", "replace")
            return None if name.lower().replace("_", "-").startswith("utf-8") else name
        if not _BLANK.match(line):
            return None
    return None
