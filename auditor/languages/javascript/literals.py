"""Constants, strings and template literals."""

from __future__ import annotations

import math

from tree_sitter import Node

from auditor.languages.javascript.dispatch import lower_expression, lower_inner
from auditor.languages.javascript.reading import Reading, line_of, text_of
from auditor.languages.strings import unescape, unquote
from auditor.model.facts import Const, Expr, Format, Name, Opaque


def lower_number(reading: Reading, node: Node) -> Expr:
    """Any notation of a number; one that no report could write keeps no value."""
    digits = text_of(reading, node).replace("_", "").rstrip("n")
    line = line_of(reading, node)
    try:
        if digits.isdigit():  # 017 is octal, 019 is not
            is_octal = digits[0] == "0" and not set(digits) & {"8", "9"}
            return Const(int(digits, 8 if is_octal else 10), line)
        if digits[:1] == "0" and digits[1:2] in "xXoObB":
            return Const(int(digits, 0), line)
        value = float(digits)
    except ValueError:  # longer than Python is willing to convert
        return Opaque((), line)
    return Const(value, line) if math.isfinite(value) else Opaque((), line)


def lower_true(reading: Reading, node: Node) -> Expr:
    """``true``."""
    return Const(True, line_of(reading, node))


def lower_false(reading: Reading, node: Node) -> Expr:
    """``false``."""
    return Const(False, line_of(reading, node))


def lower_null(reading: Reading, node: Node) -> Expr:
    """``null`` and ``undefined``."""
    return Const(None, line_of(reading, node))


def lower_regex(reading: Reading, node: Node) -> Expr:
    """A regular expression, which is never a name, an address or a key."""
    return Opaque((), line_of(reading, node))


def lower_word(reading: Reading, node: Node) -> Expr:
    """``this``, ``super``, and ``import`` where it is called."""
    return Name(node.type, line_of(reading, node))


def lower_string(reading: Reading, node: Node) -> Expr:
    """A string in quotes."""
    return Const(unquote(text_of(reading, node)), line_of(reading, node))


def lower_template(reading: Reading, node: Node) -> Expr:
    """A template literal: ``Const`` when nothing is put into it."""
    parts: list[Expr] = []
    line = line_of(reading, node)
    at, end = node.start_byte + 1, node.end_byte
    end -= reading.text.endswith("`", at, end)
    for child in node.children:
        if child.type == "template_substitution":
            _add_text(reading, at, child.start_byte, line, parts)
            parts.append(lower_inner(reading, child))
            at = child.end_byte
            line = reading.lines[child.end_point[0]]
    if not parts:
        return Const(_text_between(reading, at, end), line)
    _add_text(reading, at, end, line, parts)
    return Format(tuple(parts), line_of(reading, node))


def _add_text(reading: Reading, start: int, end: int, line: int, parts: list[Expr]) -> None:
    if start < end:
        parts.append(Const(_text_between(reading, start, end), line))


def _text_between(reading: Reading, start: int, end: int) -> str:
    piece = reading.text[start:end]
    plain = piece if piece.isascii() else piece.encode("latin-1").decode("utf-8", "replace")
    return unescape(plain)


def lower_key(reading: Reading, node: Node) -> Expr:
    """The key of a property: a constant, unless it is computed."""
    kind = node.type
    if kind in ("property_identifier", "private_property_identifier"):
        return Const(text_of(reading, node), line_of(reading, node))
    if kind == "computed_property_name":
        return lower_inner(reading, node)
    return lower_expression(reading, node)


HANDLERS = {
    "number": lower_number,
    "true": lower_true,
    "false": lower_false,
    "null": lower_null,
    "undefined": lower_null,
    "this": lower_word,
    "super": lower_word,
    "import": lower_word,
    "string": lower_string,
    "template_string": lower_template,
    "regex": lower_regex,
}
