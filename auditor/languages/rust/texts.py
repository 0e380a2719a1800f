"""Texts, and texts that are put together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tree_sitter import Node

from auditor.languages.limits import MAX_STRING
from auditor.languages.objects.reading import Reading
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Const, Expr, Format, Name, Opaque

_HOLE = re.compile(r"\{\{|\}\}|\{(\w*)(?::[^{}]*)?\}")
_ESCAPE = re.compile(r"\\(?:n|t|r|0|\\|'|\"|\r?\n\s*|x[0-9a-fA-F]{2}|u\{[0-9a-fA-F_]{1,6}\})")
_SIGNS = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "\\": "\\", "'": "'", '"': '"'}


def lower_text(reading: Reading, node: Node) -> Expr:
    """``"text"``, ``b"text"``."""
    text = text_of(reading, node)
    start = text.find('"')
    body = text[start + 1 :].removesuffix('"') if start >= 0 else text
    return Const(_ESCAPE.sub(_escaped, body[: MAX_STRING * 2])[:MAX_STRING], line_of(reading, node))


def _escaped(match: re.Match[str]) -> str:
    sign = match[0][1:]
    if sign[0] in "\r\n":
        return ""
    if sign[0] in "xu":
        code = int(sign[1:].strip("{}").replace("_", "") or "0", 16)
        return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else ""
    return _SIGNS.get(sign, "")


def lower_raw(reading: Reading, node: Node) -> Expr:
    """``r#"text"#``."""
    text = text_of(reading, node)
    start, end = text.find('"'), text.rfind('"')
    return Const(text[start + 1 : end][:MAX_STRING], line_of(reading, node))


def lower_char(reading: Reading, node: Node) -> Expr:
    """``'x'``."""
    return Const(text_of(reading, node).strip("'")[:4], line_of(reading, node))


def formatted(parts: Sequence[Expr], line: int) -> Expr:
    """``format!("{}/{name}", a)``: the text with its holes filled."""
    template, args = parts[0], list(parts[1:])
    if not isinstance(template, Const) or not isinstance(template.value, str):
        return Format(tuple(parts), line) if args else template
    found: list[Expr] = []
    end = 0
    text = template.value
    for hole in _HOLE.finditer(text):
        found.append(Const(text[end : hole.start()], line))
        end = hole.end()
        if hole[0] in ("{{", "}}"):
            found.append(Const(hole[0][0], line))
        elif hole[1] and not hole[1].isdigit():
            found.append(Name(hole[1], line))
        else:
            found.append(args.pop(0) if args else Opaque((), line))
    found.append(Const(text[end:], line))
    kept = [part for part in found if part != Const("", line)]
    kept.extend(part for part in args if not isinstance(part, Const | Name))
    return (
        Format(tuple(kept), line) if len(kept) != 1 or not isinstance(kept[0], Const) else kept[0]
    )


HANDLERS = {
    "string_literal": lower_text,
    "raw_string_literal": lower_raw,
    "char_literal": lower_char,
}
