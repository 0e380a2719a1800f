"""What a string literal means: quotes and escapes. Text in, text out."""

from __future__ import annotations

import re

from auditor.languages.limits import MAX_STRING

__all__ = ["MAX_STRING", "unescape", "unquote"]

_LONGEST_ESCAPE = 12
_ESCAPE = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,8})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{1,3})|(\r?\n|.))",
    re.DOTALL,
)
_SIMPLE = {"\n": "", "\r\n": "", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_SURROGATE = re.compile("[\ud800-\udfff]")


def unquote(literal: str) -> str:
    """The value of a string literal; broken code may lack the closing quote."""
    closed = len(literal) > 1 and literal[0] == literal[-1]
    return unescape(literal[1:-1] if closed else literal[1:])


def unescape(content: str) -> str:
    """What stands between the quotes, escapes resolved and cut to a useful length."""
    content = content[: MAX_STRING * _LONGEST_ESCAPE]
    if "\\" in content:
        content = _ESCAPE.sub(_resolve, content)
        if _SURROGATE.search(content):  # half a character each
            content = content.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return content[:MAX_STRING]


def _resolve(escape: re.Match[str]) -> str:
    long, short, byte, octal, other = escape.groups()
    if other is not None:
        return _SIMPLE.get(other, other)
    code = int(octal, 8) if octal else int(long or short or byte, 16)
    return chr(code) if 0 < code <= 0x10FFFF else "\ufffd"
