"""The three drawings of the page, and what the script must know of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from auditor.graph.layout import lay_out
from auditor.graph.levels import LEVELS, draw_level
from auditor.graph.picture import Box, Picture
from auditor.graph.svg import by_kind, draw
from auditor.graph.text import plain
from auditor.model.report import AuditReport
from auditor.report.html.links import href

_TITLES = {"vendor": "Vendors", "workflow": "Workflows", "call": "Calls"}


@dataclass(frozen=True, slots=True)
class Map:
    """One level, drawn. ``data`` goes to the script."""

    level: str
    title: str
    svg: Markup
    said: tuple[str, ...]
    data: dict[str, Any]


def maps(report: AuditReport, places: Mapping[str, int]) -> tuple[Map, ...]:
    """All levels. ``places`` are the places of workflows and calls in the script's lists."""
    found = []
    for level in LEVELS:
        picture = draw_level(report, level)
        if not picture.boxes:
            continue
        links = {box.key: _link(box) for box in picture.boxes}
        svg = draw(picture, lay_out(picture), f"Map of {_TITLES[level].lower()}", links)
        found.append(Map(level, _TITLES[level], Markup(svg), picture.said, _data(picture, places)))
    return tuple(found)


def _link(box: Box) -> str:
    """One thing leads to its proof, several to the list of them."""
    if box.kind in {"workflow", "call"}:
        return href(box.members[0]) if len(box.members) == 1 else ""
    return href(f"{box.kind}:{box.members[0]}") if len(box.members) == 1 else ""


def _data(picture: Picture, places: Mapping[str, int]) -> dict[str, Any]:
    boxes = [
        [places[id] for id in box.members]
        if box.kind in {"workflow", "call"}
        else [plain(f"{box.kind}:{id}") for id in box.members]
        for box in picture.boxes
    ]
    return {
        "boxes": boxes,
        "chains": picture.chains,
        "entries": picture.entries,
        "lines": [end for line in by_kind(picture) for end in (line.source, line.target)],
    }
