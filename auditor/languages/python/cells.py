"""The code cells of a notebook file, and the line of the file on which each of their lines stands.

The JSON is parsed for what it says and scanned once more for where it says it: a cell's source is
a list of strings that is written, in any normally formatted file, one to a line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

# Possessive: strings hold megabytes of images, and backtracking into one never helps.
_TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\],]', re.DOTALL)


class Cell(NamedTuple):
    """A code cell: its 1-based place among all cells, its text, and where each line stands."""

    number: int
    source: str
    lines: tuple[int, ...]


class Notebook(NamedTuple):
    """A notebook's language as its metadata tell (lower case, may be empty) and its code cells."""

    language: str
    cells: tuple[Cell, ...]


def read_notebook(text: str) -> Notebook | None:
    """The code of a notebook, None where the text is not one."""
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(document, dict):
        return None
    places = dict(_find_sources(text))
    cells = []
    for number, (path, cell) in enumerate(_all_cells(document), start=1):
        if isinstance(cell, dict) and cell.get("cell_type") == "code":
            cells.append(_read_cell(number, path, cell, places))
    return Notebook(_language(document), tuple(cells))


_Path = tuple[str | int, ...]


def _all_cells(document: dict[str, Any]) -> Iterator[tuple[_Path, Any]]:
    """Cells with their path in the document; until 2015 they lay in worksheets."""
    for index, cell in enumerate(_list(document.get("cells"))):
        yield ("cells", index), cell
    for sheet, worksheet in enumerate(_list(document.get("worksheets"))):
        if isinstance(worksheet, dict):
            for index, cell in enumerate(_list(worksheet.get("cells"))):
                yield ("worksheets", sheet, "cells", index), cell


def _read_cell(number: int, path: _Path, cell: dict[str, Any], places: dict[_Path, int]) -> Cell:
    key = "source" if "source" in cell else "input"
    source = cell.get(key)
    parts = [source] if isinstance(source, str) else _list(source)
    text: list[str] = []
    lines: list[int] = []
    at_line_start = True
    for index, part in enumerate(parts):
        if not isinstance(part, str) or not part:
            continue
        part = part.replace("\r\n", "\n").replace("\r", "\n")
        spot = (*path, key) if part is source else (*path, key, index)
        place = places.get(spot, places.get((*path, key), 1))
        begun = part.count("\n") + (not part.endswith("\n"))
        lines.extend([place] * (begun if at_line_start else begun - 1))
        at_line_start = part.endswith("\n")
        text.append(part)
    return Cell(number, "".join(text), tuple(lines))


def _find_sources(text: str) -> Iterator[tuple[_Path, int]]:
    """The path and line of every string that may be source: a scan for strings and brackets."""
    # One entry per open bracket: the key in an object (None before it), the index in a list.
    stack: list[str | int | None] = []
    line, counted = 1, 0
    for token in _TOKEN.finditer(text):
        kind = token[0][0]
        if kind == "{":
            stack.append(None)
        elif kind == "[":
            stack.append(0)
        elif kind in "]}":
            del stack[-1:]
        elif kind == ",":
            if stack:
                stack[-1] = stack[-1] + 1 if isinstance(stack[-1], int) else None
        elif stack and stack[-1] is None:
            stack[-1] = token[0][1:-1]
        elif len(stack) <= 6 and ("source" in stack or "input" in stack):
            line += text.count("\n", counted, token.start())
            counted = token.start()
            yield tuple(part for part in stack if part is not None), line


def _language(document: dict[str, Any]) -> str:
    metadata = document.get("metadata")
    metadata = metadata if isinstance(metadata, dict) else {}
    for key, name in (("language_info", "name"), ("kernelspec", "language")):
        described = metadata.get(key)
        if isinstance(described, dict) and isinstance(described.get(name), str):
            return str(described[name]).lower()
    return ""


def _list(value: Any) -> list[Any]:  # noqa: ANN401  # whatever JSON holds there
    return value if isinstance(value, list) else []
