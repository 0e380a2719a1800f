"""A laid out picture as SVG. Colours and fonts come from CSS: everything has a class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby

from auditor.graph.layout import HEAD, LABEL, NOTE, PADDING, TALL, Layout, Place
from auditor.graph.measure import fit
from auditor.graph.picture import Box, Line, Picture
from auditor.graph.text import plain

INDENT = 20.0
"""Where the text of a box begins; the mark stands before it."""


def draw(
    picture: Picture,
    layout: Layout,
    label: str,
    links: Mapping[str, str] | None = None,
    style: str = "",
) -> str:
    """An ``svg`` element. ``links`` maps keys of boxes to where they lead, ``style`` is CSS."""
    width, height = round(layout.width) + 2, round(layout.height) + 2
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 0 {width} {height}"'
        f' width="{width}" height="{height}" role="group" aria-label="{_text(label)}">',
        f"<style>{style}</style>" if style else "",
        '<g class="titles">',
        *_titles(picture, layout),
        '</g><g class="lines">',
        *_lines(picture, layout.places),
        '</g><g class="boxes">',
        *(
            _box(box, layout.places[i], (links or {}).get(box.key, ""))
            for i, box in enumerate(picture.boxes)
        ),
        "</g></svg>",
    ]
    return "\n".join(parts)


def _titles(picture: Picture, layout: Layout) -> Iterator[str]:
    for title, left in zip(picture.titles, layout.columns, strict=True):
        yield f'<text x="{left:.0f}" y="{HEAD - 14:.0f}">{_text(title)}</text>'


def by_kind(picture: Picture) -> list[Line]:
    """The lines in the order in which they are drawn: those of one kind together."""
    return sorted(picture.lines, key=lambda line: line.kind)


def _lines(picture: Picture, places: tuple[Place, ...]) -> Iterator[str]:
    for kind, run in groupby(by_kind(picture), key=lambda line: line.kind):
        yield f'<g class="{kind}">'
        yield from (_line(line, places) for line in run)
        yield "</g>"


def _line(line: Line, places: tuple[Place, ...]) -> str:
    """A curve that leaves and arrives level; wider where more ways run along it."""
    start, end = places[line.source], places[line.target]
    x, y = round(start.x + start.width), round(start.y + start.height / 2)
    right, down = round(end.x) - x, round(end.y + end.height / 2) - y
    middle = right // 2
    thick = "" if line.weight < 4 else ' stroke-width="2"' if line.weight < 16 else (
        ' stroke-width="3"')  # fmt: skip
    return f'<path d="M{x} {y}c{middle} 0 {middle} {down} {right} {down}"{thick}/>'


def _box(box: Box, at: Place, link: str) -> str:
    room = at.width - PADDING
    base = 15.5 if at.height == TALL else at.height / 2 + LABEL * 0.36
    shown = fit(box.label, LABEL, room, cut_start=box.cut_start)
    note = fit(box.note, NOTE, room, cut_start=box.cut_note)
    below = f'<text class="note" x="{INDENT:.0f}" y="30">{_text(note)}</text>' if box.note else ""
    title = f"<title>{_text(box.title)}</title>" if box.title not in {"", shown} else ""
    href = f' href="{_text(link)}"' if link else ""
    return (
        f'<a class="box {box.kind}"{href}'
        f' transform="translate({at.x:.0f} {at.y:.0f})">{title}'
        f'<rect width="{at.width:.0f}" height="{at.height:.0f}"/>'
        f'<text x="{INDENT:.0f}" y="{base:.0f}">{_text(shown)}</text>{below}</a>'
    )


def _text(text: str) -> str:
    return escape(plain(text), quote=True)
