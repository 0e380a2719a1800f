"""Take out of a text what would take the parser quadratic time.

Its scanner looks ahead over comments and continued empty lines, again at each of them. A thousand
in a row cost nothing yet; a hundred thousand, which nobody writes, would take half an hour.
"""

from __future__ import annotations

import re

_MAX_RUN = 1000

_RUN = re.compile(rb"(?:^[ \t\f]*(?:#[^\n]*|\\)?\n)+", re.MULTILINE)


def tame(text: bytes) -> bytes:
    """The same text; longer runs of lines without code are emptied."""
    if text.count(b"#") + text.count(b"\\\n") <= _MAX_RUN:
        return text
    return _RUN.sub(_empty, text)


def _empty(run: re.Match[bytes]) -> bytes:
    lines = run[0].count(b"\n")
    return run[0] if lines <= _MAX_RUN else b"\n" * lines
