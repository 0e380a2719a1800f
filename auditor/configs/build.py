"""Building trees of settings within limits, so that no file can cost more than it should."""

from __future__ import annotations

from auditor.model.config import Entry, Node

#: Deeper nesting than any configuration has, and more settings than anybody reads.
DEEPEST = 100
MOST_NODES = 200_000


class Unreadable(Exception):
    """The text breaks its syntax at ``line``, 0 where no line is to blame."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.message = message
        self.line = line


class TooMuch(Unreadable):
    """The file is nested too deep or holds too much; what was read until then is kept."""


class Budget:
    """Counts nodes; raises ``TooMuch`` when there are too many."""

    __slots__ = ("left",)

    def __init__(self, most: int = MOST_NODES) -> None:
        self.left = most

    def spend(self, count: int = 1) -> None:
        """Take ``count`` nodes."""
        self.left -= count
        if self.left < 0:
            raise TooMuch(f"more than {MOST_NODES} settings")


class Draft:
    """A mapping or list that is still being filled."""

    __slots__ = ("end_line", "entries", "kind", "line")

    def __init__(self, kind: str, line: int) -> None:
        self.kind = kind
        self.line = line
        self.end_line = line
        self.entries: dict[str, tuple[int, Draft | Node]] = {}

    def put(self, key: str, line: int, value: Draft | Node) -> None:
        """Set a key."""
        self.entries[key] = (line, value)

    def append(self, value: Draft | Node, line: int) -> None:
        """Add a member to a list."""
        self.entries[str(len(self.entries))] = (line, value)

    def table(self, key: str, line: int) -> Draft:
        """The mapping under ``key``, made where it is missing; of a list its last member."""
        known = self.entries.get(key)
        found = known[1] if known else None
        if isinstance(found, Draft):
            if found.kind == "list" and found.entries:
                last = next(reversed(found.entries.values()))[1]
                return last if isinstance(last, Draft) else found
            return found
        fresh = Draft("map", line)
        self.put(key, line, fresh)
        return fresh

    def done(self, depth: int = 0) -> Node:
        """The finished tree."""
        if depth > DEEPEST:
            raise TooMuch(f"nested deeper than {DEEPEST}")
        entries = tuple(
            Entry(key, line, value.done(depth + 1) if isinstance(value, Draft) else value)
            for key, (line, value) in self.entries.items()
        )
        last = max([self.end_line, *(e.node.end_line for e in entries)])
        return Node(self.kind, self.line, last, entries=entries)


def scalar(text: str | None, line: int, end_line: int = 0, first: int = 0) -> Node:
    """A scalar node."""
    return Node("value", line, end_line or line, text, (), first)
