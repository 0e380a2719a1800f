"""What an audit remembers, for tests that look into it."""

from __future__ import annotations


class Dictionary:
    """A memory that lasts as long as the test."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], bytes] = {}

    def recall(self, kind: str, key: str) -> bytes | None:
        return self.kept.get((kind, key))

    def remember(self, kind: str, key: str, value: bytes) -> None:
        self.kept[kind, key] = value

    def reports(self) -> int:
        return sum(kind == "report" for kind, _ in self.kept)
