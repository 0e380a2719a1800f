"""Constants, strings and f-strings."""

from __future__ import annotations

import math

from tree_sitter import Node

from auditor.languages.limits import MAX_STRING
from auditor.languages.python.dispatch import lower_each, lower_expression, lower_loose
from auditor.languages.python.reading import EXTRAS, Reading, line_of, solid, text_of
from auditor.languages.python.strings import read_opening, unescape, unquote
from auditor.model.facts import Const, Expr, Format, Opaque


def lower_integer(reading: Reading, node: Node) -> Expr:
    """Any notation of an integer, those of Python 2 included."""
    digits = text_of(reading, node).replace("_", "").rstrip("lL")
    line = line_of(reading, node)
    try:
        is_old_octal = digits[0] == "0" and digits.isdigit()
        return Const(int(digits, 8 if is_old_octal else 0), line)
    except (ValueError, IndexError):  # complex, or longer than Python is willing to convert
        return Opaque((), line)


def lower_float(reading: Reading, node: Node) -> Expr:
    """A finite real number; others are not worth a value that no report could write."""
    line = line_of(reading, node)
    try:
        value = float(text_of(reading, node))
    except ValueError:  # complex
        return Opaque((), line)
    return Const(value, line) if math.isfinite(value) else Opaque((), line)


def lower_true(reading: Reading, node: Node) -> Expr:
    """``True``."""
    return Const(True, line_of(reading, node))


def lower_false(reading: Reading, node: Node) -> Expr:
    """``False``."""
    return Const(False, line_of(reading, node))


def lower_none(reading: Reading, node: Node) -> Expr:
    """``None``."""
    return Const(None, line_of(reading, node))


def lower_string(reading: Reading, node: Node) -> Expr:
    """One literal: ``Const`` when its value is known, ``Format`` with interpolations."""
    literal = text_of(reading, node)
    line = line_of(reading, node)
    if literal[:1] not in "'\"" or reading.broken:
        prefix = read_opening(literal).prefix
        # In broken code a literal may have interpolations without saying so.
        if "f" in prefix or "t" in prefix or reading.broken:
            return _join(_parts(reading, node, prefix), line)
    value = unquote(literal)
    return Opaque((), line) if value is None else Const(value, line)


def lower_concatenated(reading: Reading, node: Node) -> Expr:
    """Literals that stand side by side."""
    parts: list[Expr] = []
    for child in node.children:
        if child.type == "string":
            part = lower_string(reading, child)
            parts.extend(part.parts if isinstance(part, Format) else (part,))
    return _join(parts, line_of(reading, node))


def _parts(reading: Reading, node: Node, prefix: str) -> list[Expr]:
    parts: list[Expr] = []
    for child in node.children:
        kind = child.type
        if kind == "string_content":
            text = text_of(reading, child)
            if "f" in prefix or "t" in prefix:
                text = text.replace("{{", "{").replace("}}", "}")
            value = unescape(text, prefix)
            if value is not None:
                parts.append(Const(value, line_of(reading, child)))
        elif kind == "interpolation":
            reading.depth += 1  # a string in a string takes many frames
            parts.extend(_interpolation(reading, child))
            reading.depth -= 1
    return parts


def _interpolation(reading: Reading, node: Node) -> list[Expr]:
    """``{value}``; with ``{value=}`` its source text comes first."""
    value: Expr | None = None
    shown: list[Expr] = []
    nested: list[Expr] = []
    for child in node.children:
        kind = child.type
        if kind == "=" and value is not None:
            source = text_of(reading, node)[1:].partition("=")[0]
            shown = [Const(source[:MAX_STRING] + "=", line_of(reading, node))]
        elif kind == "format_specifier":
            for field in solid(child):
                nested.extend(lower_each(reading, field.children))
        elif value is None and child.is_named and kind not in EXTRAS:
            value = lower_expression(reading, child)
    value = value or Opaque((), line_of(reading, node))
    if nested:  # {value:{width}}: neither is the text alone
        value = Opaque((value, *nested), line_of(reading, node))
    return [*shown, value]


def _join(parts: list[Expr], line: int) -> Expr:
    """Merge neighbouring constants; a single constant is no ``Format``."""
    merged: list[Expr] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(part, Const) and isinstance(last, Const):
            merged[-1] = Const(f"{last.value}{part.value}"[:MAX_STRING], last.line)
        else:
            merged.append(part)
    if not merged:
        return Const("", line)
    if len(merged) == 1 and isinstance(merged[0], Const):
        return Const(merged[0].value, line)
    return Format(tuple(merged), line)


HANDLERS = {
    "integer": lower_integer,
    "float": lower_float,
    "true": lower_true,
    "false": lower_false,
    "none": lower_none,
    "ellipsis": lower_loose,
    "string": lower_string,
    "concatenated_string": lower_concatenated,
}
