"""What a drawing of the dependencies holds: boxes in columns, lines, and the ways through them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """One node, or several that are drawn as one.

    ``members`` are ids of workflows or calls for such boxes, fault domains as ``on_loss`` names
    them for others. Of text that is too long the end is kept where ``cut_start`` (for the
    label) or ``cut_note`` is set.
    """

    key: str
    kind: str
    column: int
    label: str
    note: str = ""
    title: str = ""
    members: tuple[str, ...] = ()
    cut_start: bool = False
    cut_note: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """From box to box, by index. ``kind`` is asks, may-ask, standby or reaches.

    ``weight`` is how many ways run along it.
    """

    source: int
    target: int
    kind: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Picture:
    """Columns with their titles, boxes, lines.

    ``chains`` are the ways from a head (a call, or a workflow where calls are not drawn) to its
    target, as indexes of boxes. ``entries`` are pairs of a workflow's box and the head it leads to.
    ``said`` tells what was drawn together, empty where each thing has its own box.
    """

    titles: tuple[str, ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    chains: tuple[tuple[int, ...], ...]
    entries: tuple[tuple[int, int], ...] = ()
    said: tuple[str, ...] = ()
