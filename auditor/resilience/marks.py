"""What runs do on the way, as bits: what a step did is known with its ends when it is met again."""

from __future__ import annotations

from auditor.model.behaviour import Request

ASKED, STOOD_IN, USELESS = "asked", "stood in", "useless"
ENTERED_INSTEAD, WAITS = "entered instead", "waits for"


class Marks:
    """Gives out a bit for each thing done, and tells what bits stand for."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, str | int], int] = {}
        self._items: list[tuple[str, str | Request]] = []
        self._kept: dict[int, int] = {}

    def bit(self, kind: str, item: str | Request) -> int:
        """The bit of something done with ``item``; requests are told apart by identity."""
        key = (kind, item if isinstance(item, str) else id(item))
        found = self._bits.get(key)
        if found is None:
            found = self._bits[key] = 1 << len(self._items)
            self._items.append((kind, item))
        return found

    def kept(self, marks: int) -> int:
        """The same bits, as one object wherever they come up: of large programs they are long."""
        return self._kept.setdefault(marks, marks)

    def requests(self, marks: int, kind: str) -> list[Request]:
        """The requests to which this was done."""
        return [item for item in self._of(marks, kind) if isinstance(item, Request)]

    def names(self, marks: int, kind: str) -> set[str]:
        """The names of calls or settings to which this was done."""
        return {item for item in self._of(marks, kind) if isinstance(item, str)}

    def _of(self, marks: int, kind: str) -> list[str | Request]:
        return [
            item
            for number, (done, item) in enumerate(self._items)
            if done == kind and marks >> number & 1
        ]
