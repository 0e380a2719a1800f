"""Constants: texts, numbers, and the words of the language."""

from __future__ import annotations

import math
import re

from tree_sitter import Node

from auditor.languages.go.reading import Reading, line_of, text_of
from auditor.languages.limits import MAX_STRING
from auditor.model.facts import Const, Expr, Opaque

_LONGEST_ESCAPE = 10
_ESCAPE = re.compile(
    r"\\(?:U([0-9a-fA-F]{8})|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-7]{3})|(.))", re.DOTALL
)
_SIMPLE = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_SURROGATES = range(0xD800, 0xE000)


def lower_text(reading: Reading, node: Node) -> Expr:
    """A text in quotes, its escapes resolved and cut to a useful length."""
    content = text_of(reading, node)[1:-1][: MAX_STRING * _LONGEST_ESCAPE]
    if "\\" in content:
        content = _ESCAPE.sub(_resolve, content)
    return Const(content[:MAX_STRING], line_of(reading, node))


def _resolve(escape: re.Match[str]) -> str:
    long, short, byte, octal, other = escape.groups()
    if other is not None:
        return _SIMPLE.get(other, other)
    code = int(octal, 8) if octal else int(long or short or byte, 16)
    return chr(code) if 0 < code <= 0x10FFFF and code not in _SURROGATES else "\ufffd"


def lower_raw(reading: Reading, node: Node) -> Expr:
    """A text between back quotes."""
    return Const(text_of(reading, node)[1:-1][:MAX_STRING], line_of(reading, node))


def lower_number(reading: Reading, node: Node) -> Expr:
    """Any notation of a number; one that no report could write keeps no value."""
    digits = text_of(reading, node).replace("_", "")
    line = line_of(reading, node)
    try:
        if node.type == "int_literal":
            octal = len(digits) > 1 and digits.isdigit() and digits[0] == "0"
            return Const(int(digits, 8 if octal else 0), line)
        value = float(digits)
    except ValueError:
        return Opaque((), line)
    return Const(value, line) if math.isfinite(value) else Opaque((), line)


def lower_word(reading: Reading, node: Node) -> Expr:
    """``nil``, ``true`` and ``false``."""
    return Const({"true": True, "false": False}.get(node.type), line_of(reading, node))


def lower_nothing(reading: Reading, node: Node) -> Expr:
    """``iota``, a rune: nothing that names anybody."""
    return Opaque((), line_of(reading, node))


HANDLERS = {
    "interpreted_string_literal": lower_text,
    "raw_string_literal": lower_raw,
    "int_literal": lower_number,
    "float_literal": lower_number,
    "imaginary_literal": lower_nothing,
    "rune_literal": lower_nothing,
    "iota": lower_nothing,
    "nil": lower_word,
    "true": lower_word,
    "false": lower_word,
}
