"""With what an audit may work: memory of earlier runs, and how many processes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

Progress = Callable[[str, int, int], None]
"""Is told the stage, how many of its files are done, and how many there are."""


class Memory(Protocol):
    """Bytes that outlive the run, each under a kind and a key. Neither method ever raises."""

    def recall(self, kind: str, key: str) -> bytes | None:
        """What was kept, whole and unchanged; None where nothing is."""
        ...

    def remember(self, kind: str, key: str, value: bytes) -> None:
        """Keep the value for later runs, or do nothing."""
        ...


class _Nothing:
    def recall(self, kind: str, key: str) -> None:
        """Nothing was kept."""

    def remember(self, kind: str, key: str, value: bytes) -> None:
        """Nothing is kept."""


NOTHING: Memory = _Nothing()


@dataclass(frozen=True, slots=True)
class Means:
    """``jobs`` is the number of processes that may read files at the same time.

    ``choosy`` False: files are parsed though nothing says that they matter, to see what is lost.
    """

    memory: Memory = NOTHING
    jobs: int = 1
    choosy: bool = True


ALONE = Means()
"""One process that remembers nothing."""
