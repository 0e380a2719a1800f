"""What a string literal means: prefixes, quotes, escapes. Text in, text out."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from auditor.languages.limits import MAX_STRING

_LONGEST_ESCAPE = 10

_ESCAPE = re.compile(
    r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|N\{([^}]+)\}|(.))",
    re.DOTALL,
)
_BYTE_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9a-fA-F]{2})|()()()(.))", re.DOTALL)
_SIMPLE = {
    "\n": "", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n",
    "r": "\r", "t": "\t", "v": "\v",
}  # fmt: skip


class Opening(NamedTuple):
    """The start of a string literal: lower-case prefix letters, and the quotes."""

    prefix: str
    quotes: str


def read_opening(literal: str) -> Opening:
    """Split ``rb'''`` off a literal: the letters before the quotes, and the quotes."""
    start = 0
    while start < len(literal) and literal[start] not in "'\"`":
        start += 1
    quote = literal[start : start + 1]
    triple = literal.startswith(quote * 3, start) and quote != ""
    return Opening(literal[:start].lower(), quote * 3 if triple else quote)


def unquote(literal: str) -> str | None:
    """The value of a whole literal without interpolations; None for bytes that are no text."""
    opening = read_opening(literal)
    if opening.quotes == "`":  # Python 2 for repr(...)
        return None
    start = len(opening.prefix) + len(opening.quotes)
    return unescape(literal[start : -len(opening.quotes)], opening.prefix)


def unescape(content: str, prefix: str) -> str | None:
    """What stands between the quotes, escapes resolved and cut to a useful length."""
    content = content[: MAX_STRING * _LONGEST_ESCAPE]
    if "\\" in content and "r" not in prefix:
        pattern = _BYTE_ESCAPE if "b" in prefix else _ESCAPE
        content = pattern.sub(_resolve, content)
    if "b" in prefix and not content.isascii():
        try:
            content = content.encode("latin-1").decode("utf-8")
        except UnicodeError:
            return None
    return content[:MAX_STRING]


def _resolve(escape: re.Match[str]) -> str:
    octal, byte, short, long, name, other = escape.groups()
    if other is not None:
        return _SIMPLE.get(other, escape[0])
    if name:
        try:
            return unicodedata.lookup(name)
        except KeyError:
            return escape[0]
    code = int(octal, 8) if octal else int(byte or short or long, 16)
    # Lone surrogates are legal in Python, but could not be written to any report.
    return chr(code) if code <= 0x10FFFF and not 0xD800 <= code <= 0xDFFF else "\ufffd"
