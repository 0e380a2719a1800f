"""SQL text: its string literals and function calls, without comments. No dialect is assumed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<skip>--[^\n]*|/\*.*?\*/|\{\{.*?\}\}|\{%.*?%\}|\{\#.*?\#\})
  | (?P<text>'(?:[^']|'')*')
  | (?P<call>[A-Za-z_][\w.$"]*)\s*\(
    """,
    re.VERBOSE | re.DOTALL,
)


class SqlPart(NamedTuple):
    """A string literal, or the name of a called function; ``first`` is a call's first literal."""

    kind: str
    text: str
    line: int
    before: str = ""
    first: str | None = None


def parts_of(text: str) -> Iterator[SqlPart]:
    """The parts in order. ``before`` is what stands in front of a literal on its line."""
    starts = [0]
    starts += [found.end() for found in re.finditer("\n", text)]
    line = 0
    for found in _TOKEN.finditer(text):
        while line + 1 < len(starts) and starts[line + 1] <= found.start():
            line += 1
        if found["text"] is not None:
            shown = found["text"][1:-1].replace("''", "'")
            yield SqlPart("text", shown, line + 1, text[starts[line] : found.start()])
        elif found["call"] is not None:
            inner = re.compile(r"\s*'((?:[^']|'')*)'").match(text, found.end())
            yield SqlPart(
                "call", found["call"].replace('"', ""), line + 1, "", inner[1] if inner else None
            )
