"""Columns that fit the screen: what is too long is cut or wrapped, and never spills over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import zip_longest

from rich.cells import cell_len, set_cell_size
from rich.text import Text

from auditor.graph.text import plain

MARGIN = " "
GAP = "  "


class Long(Enum):
    """What happens to text that is too long for its column."""

    CUT_END = "cut-end"
    CUT_START = "cut-start"
    WRAP = "wrap"
    WRAP_LIST = "wrap-list"


@dataclass(frozen=True, slots=True)
class Column:
    """A column; it may shrink down to ``least`` cells."""

    title: str = ""
    long: Long = Long.CUT_END
    least: int = 4
    right: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """Text from anywhere, and the style in which it is shown."""

    text: str
    style: str = ""


def table(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int, *, rule: bool = False
) -> list[Text]:
    """A line of titles where there are any, a rule if asked for, and the rows."""
    rows = [[Cell(plain(cell.text), cell.style) for cell in row] for row in rows]
    widths = _fit(columns, rows, width)
    titles = [Cell(column.title, "bold") for column in columns]
    lines = [*_lines(columns, titles, widths)] if any(cell.text for cell in titles) else []
    if rule:
        total = sum(widths) + len(GAP) * (len(widths) - 1)
        lines.append(Text(MARGIN + "─" * total, style="dim"))
    for row in rows:
        lines += _lines(columns, row, widths)
    return lines


def more(found: Sequence[object], shown: Sequence[object]) -> list[Text]:
    """A line that says how many of the rows are left out, and how to see them; none if none."""
    left = len(found) - len(shown)
    return [Text(f"{MARGIN}{left} more: -v", style="dim")] if left else []


def cut_end(text: str, width: int) -> str:
    """At most ``width`` cells of the text, from its beginning."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + "…" if width else ""


def cut_start(text: str, width: int) -> str:
    """At most ``width`` cells of the text, up to its end: of a path the end says most."""
    if cell_len(text) <= width:
        return text
    end = text[-width:]  # no character is narrower than nothing, most fill one cell
    while end and cell_len(end) > width - 1:
        end = end[1:]
    return "…" + end if width else ""


def wrap(text: str, width: int) -> list[str]:
    """The text on as many lines as it takes; words that are too long are cut."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".lstrip()
        if cell_len(joined) <= width:
            lines[-1] = joined
        elif lines[-1]:
            lines.append(cut_end(word, width))
        else:
            lines[-1] = cut_end(word, width)
    return lines


def wrap_list(text: str, width: int) -> list[str]:
    """As ``wrap``, but a line ends behind a comma wherever the items are short enough."""
    lines: list[str] = []
    for item in re.split(r"(?<=,) ", text):
        if lines and cell_len(f"{lines[-1]} {item}") <= width:
            lines[-1] = f"{lines[-1]} {item}"
        else:
            lines += wrap(item, width)
    return lines


def _fit(columns: Sequence[Column], rows: Sequence[Sequence[Cell]], width: int) -> list[int]:
    """Natural widths, taken from the widest column as long as the screen is too narrow."""
    widths = [
        max([cell_len(column.title), *(cell_len(row[place].text) for row in rows)])
        for place, column in enumerate(columns)
    ]
    room = width - len(MARGIN) - len(GAP) * (len(columns) - 1)
    while sum(widths) > room:
        able = [place for place, column in enumerate(columns) if widths[place] > column.least]
        if not able:
            break
        widths[max(able, key=lambda place: widths[place])] -= 1
    return widths


def _lines(columns: Sequence[Column], row: Sequence[Cell], widths: Sequence[int]) -> Iterator[Text]:
    cells = [
        _in_column(column, cell.text, width)
        for column, cell, width in zip(columns, row, widths, strict=True)
    ]
    for parts in zip_longest(*cells, fillvalue=""):
        line = Text(MARGIN)
        for place, part in enumerate(parts):
            padding = " " * (widths[place] - cell_len(part))
            line.append(GAP if place else "")
            line.append(padding if columns[place].right else "")
            line.append(part, style=row[place].style)
            line.append("" if columns[place].right else padding)
        line.rstrip()
        yield line


def _in_column(column: Column, text: str, width: int) -> list[str]:
    match column.long:
        case Long.CUT_END:
            return [cut_end(text, width)]
        case Long.CUT_START:
            return [cut_start(text, width)]
        case Long.WRAP:
            return wrap(text, width)
        case Long.WRAP_LIST:
            return wrap_list(text, width)
