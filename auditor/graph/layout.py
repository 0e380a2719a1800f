"""Where the boxes of a picture stand. The columns are given; only the order inside them is sought.

Each column is sorted by the mean place of its neighbours, to and fro a few times, which removes
most crossings. Then each box is put as near to its neighbours as the others let it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from auditor.graph.measure import text_width
from auditor.graph.picture import Box, Picture

SWEEPS = 8
LABEL, NOTE = 12.0, 10.5
"""Sizes of the two lines of text in a box, in pixels."""
ROW, TALL, SPACE = 24.0, 38.0, 6.0
HEAD = 26.0
ROOM = 1184.0
"""The width that a drawing fills without being shrunk."""
NEAREST, FARTHEST = 44.0, 330.0
"""The space between two columns, for the lines."""
NARROWEST, LEAST, WIDEST = 84.0, 150.0, 440.0
"""Of a column; however many there are, each may grow to LEAST."""
PADDING = 26.0
"""Room in a box beside its text: for the mark on the left and a margin on the right."""


@dataclass(frozen=True, slots=True)
class Place:
    """A box on the canvas, in pixels."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The places of the boxes in their order, the columns' left edges, the size of the whole."""

    places: tuple[Place, ...]
    columns: tuple[float, ...]
    width: float
    height: float


def lay_out(picture: Picture, room: float = ROOM) -> Layout:
    """A place for every box; ``room`` is the width to be filled, if the text needs it."""
    columns = _ordered(picture)
    share = (room - NEAREST * (len(columns) - 1)) / max(len(columns), 1)
    most = max(min(WIDEST, share * 1.25), LEAST)
    widths = [
        _width(picture.titles[c], [picture.boxes[i] for i in column], most)
        for c, column in enumerate(columns)
    ]
    gap = (room - sum(widths)) / max(len(widths) - 1, 1)
    gap = min(max(gap, NEAREST), FARTHEST)
    lefts = [sum(widths[:c]) + gap * c for c in range(len(widths))]
    tops = _tops(picture, columns)
    places = tuple(
        Place(lefts[box.column], tops[i], widths[box.column], _height(box))
        for i, box in enumerate(picture.boxes)
    )
    height = max((place.y + place.height for place in places), default=HEAD)
    return Layout(places, tuple(lefts), lefts[-1] + widths[-1] if widths else 0.0, height)


def _height(box: Box) -> float:
    return TALL if box.note else ROW


def _width(title: str, boxes: Iterable[Box], most: float) -> float:
    needed = [text_width(title, LABEL)]
    for box in boxes:
        needed += [text_width(box.label, LABEL), text_width(box.note, NOTE)]
    return min(max(max(needed) + PADDING, NARROWEST), most)


def _neighbours(picture: Picture) -> tuple[list[list[int]], list[list[int]]]:
    """For each box those to its left, and those to its right."""
    left: list[list[int]] = [[] for _ in picture.boxes]
    right: list[list[int]] = [[] for _ in picture.boxes]
    for line in picture.lines:
        right[line.source].append(line.target)
        left[line.target].append(line.source)
    return left, right


def _ordered(picture: Picture) -> list[list[int]]:
    """The boxes of each column from top to bottom."""
    columns: list[list[int]] = [[] for _ in picture.titles]
    for i, box in enumerate(picture.boxes):
        columns[box.column].append(i)
    left, right = _neighbours(picture)
    # A share of the column's height, so that columns of different lengths compare.
    share = dict.fromkeys(range(len(picture.boxes)), 0.5)
    for column in columns:
        _note_shares(column, share)
    for sweep in range(SWEEPS):
        forth = sweep % 2 == 0
        for column in columns[1:] if forth else columns[-2::-1]:
            near = left if forth else right
            column.sort(key=lambda i, near=near: _mean(near[i], share, share[i]))  # type: ignore[misc]
            _note_shares(column, share)
    return columns


def _note_shares(column: Sequence[int], share: dict[int, float]) -> None:
    for rank, i in enumerate(column):
        share[i] = (rank + 0.5) / len(column)


def _mean(near: Sequence[int], share: dict[int, float], otherwise: float) -> float:
    return sum(share[i] for i in near) / len(near) if near else otherwise


def _tops(picture: Picture, columns: Sequence[Sequence[int]]) -> list[float]:
    """The tallest column is stacked; from it outwards each box stands level with its neighbours."""
    heights = [_height(box) + SPACE for box in picture.boxes]
    tops = [0.0] * len(heights)
    totals = [sum(heights[i] for i in column) for column in columns]
    if not totals:
        return tops
    tallest = max(range(len(totals)), key=lambda c: totals[c])
    left, right = _neighbours(picture)
    placed: set[int] = set()
    order = [*range(tallest, len(columns)), *range(tallest - 1, -1, -1)]
    for c in order:
        near = left if c > tallest else right
        wanted = []
        for i in columns[c]:
            middles = [tops[n] + heights[n] / 2 for n in near[i] if n in placed]
            middle = sum(middles) / len(middles) if middles else totals[tallest] / 2
            wanted.append(middle - heights[i] / 2)
        for i, top in zip(columns[c], _apart(wanted, [heights[i] for i in columns[c]],
                                             totals[tallest]), strict=True):  # fmt: skip
            tops[i] = top
        placed.update(columns[c])
    return [top + HEAD for top in tops]


def _apart(wanted: Sequence[float], heights: Sequence[float], total: float) -> list[float]:
    """Tops as near to the wanted ones as can be, in their order, none over another.

    Boxes that would overlap form a block which stands at the mean of what its boxes want.
    """
    blocks: list[tuple[float, float, int]] = []  # sum of wishes for its top, height, boxes
    for wish, height in zip(wanted, heights, strict=True):
        block = (wish, height, 1)
        while blocks and _top(blocks[-1]) + blocks[-1][1] > _top(block):
            before = blocks.pop()
            moved = block[0] - before[1] * block[2]
            block = (before[0] + moved, before[1] + block[1], before[2] + block[2])
        blocks.append(block)
    tops: list[float] = []
    sizes = iter(heights)
    free = max(total - sum(heights), 0.0)
    used = 0.0
    for block in blocks:
        y = min(max(_top(block), used), used + free) if free else used
        free -= y - used
        for _ in range(block[2]):
            tops.append(y)
            y += next(sizes)
        used = y
    return tops


def _top(block: tuple[float, float, int]) -> float:
    return block[0] / block[2]
