"""What runs do on the way, as bits: what a step did is known with its ends when it is met again."""

from __future__ import annotations

from auditor.model.behaviour import Request
from auditor.resilience.states import States

ASKED, STOOD_IN, USELESS = "asked", "stood in", "useless"
ENTERED_INSTEAD, WAITS = "entered instead", "waits for"
#: How a step may end, and the marks of what is done on the way there.
Done = tuple[States, int]


class Marks:
    """Gives out a bit for each thing done, and tells what bits stand for."""

    def __init__(self) -> None:
        self._bits: dict[tuple[str, str | int], int] = {}
        self._items: list[tuple[str, str | Request]] = []
        self._ends: dict[States, States] = {}
        self._done: dict[Done, Done] = {}

    def bit(self, kind: str, item: str | Request) -> int:
        """The bit of something done with ``item``; requests are told apart by identity."""
        key = (kind, item if isinstance(item, str) else id(item))
        found = self._bits.get(key)
        if found is None:
            found = self._bits[key] = 1 << len(self._items)
            self._items.append((kind, item))
        return found

    def one(self, ends: States, marks: int) -> Done:
        """Both together, as one object wherever they come up: that is often, and both are large."""
        done = (self._ends.setdefault(ends, ends), marks)
        return self._done.setdefault(done, done)

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
