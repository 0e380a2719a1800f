"""A picture in the making: boxes by key, and the ways that run through them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from auditor.graph.picture import Box, Line, Picture

_STRENGTH = {"asks": 0, "may-ask": 1, "standby": 2}


class Draft:
    """Collects boxes and ways, then numbers them column by column."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._titles = tuple(titles)
        self._boxes: dict[str, Box] = {}
        self._chains: dict[tuple[str, ...], None] = {}
        self._kinds: dict[tuple[str, str], str] = {}
        self._entries: Counter[tuple[str, str]] = Counter()
        self._weights: Counter[tuple[str, str]] = Counter()
        self.said: list[str] = []

    def add(self, box: Box) -> str:
        """The box's key; a key that is there already stays as it is."""
        self._boxes.setdefault(box.key, box)
        return box.key

    def chain(self, keys: Iterable[str], kind: str, shared: int = 1) -> None:
        """A way from a head to its target.

        The line behind the first ``shared`` boxes has the kind: there the ways of a head part.
        The other lines are certain.
        """
        way = tuple(keys)
        self._chains.setdefault(way)
        for number, pair in enumerate(pairwise(way), start=1):
            here = kind if number == shared else "asks"
            self._kinds[pair] = min(here, self._kinds.get(pair, here), key=_STRENGTH.__getitem__)
            self._weights[pair] += 1

    def entry(self, source: str, head: str) -> None:
        """A workflow that leads to a head."""
        self._entries[source, head] += 1

    def picture(self) -> Picture:
        """Everything that has been added. Columns without a box are left out."""
        used = sorted({box.column for box in self._boxes.values()})
        boxes = sorted(self._boxes.values(), key=lambda box: box.column)
        index = {box.key: i for i, box in enumerate(boxes)}
        return Picture(
            titles=tuple(self._titles[column] for column in used),
            boxes=tuple(replace(box, column=used.index(box.column)) for box in boxes),
            lines=self._lines(index),
            chains=tuple(tuple(index[key] for key in chain) for chain in self._chains),
            entries=tuple((index[a], index[b]) for a, b in self._entries),
            said=tuple(self.said),
        )

    def _lines(self, index: dict[str, int]) -> tuple[Line, ...]:
        kinds = dict.fromkeys(self._entries, "reaches") | self._kinds
        weights = self._weights + self._entries
        return tuple(
            Line(index[a], index[b], kind, weights[a, b]) for (a, b), kind in kinds.items()
        )
