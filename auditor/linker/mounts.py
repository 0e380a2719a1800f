"""What libraries' objects are handed to: routers to applications, routes to mounts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from auditor.linker.values import Arguments, Foreign

Site = tuple[str, int, int]


class Mount(NamedTuple):
    """A call that was handed a library's object; ``number`` counts the places in their order."""

    number: int
    outer: Foreign
    method: str
    args: Arguments


class Mounts:
    """Such calls by place, the last one at each, and by what they were handed."""

    def __init__(self) -> None:
        self._by_site: dict[Site, Mount] = {}
        self._by_held: dict[Foreign, set[Site]] = {}
        self._inside: dict[Foreign, list[Mount]] = {}
        self._inside_as_of: tuple[int, int] | None = None
        self._changes = 0

    def note(self, site: Site, outer: Foreign, method: str, args: Arguments) -> None:
        """Remember a call instead of the one before at its place."""
        self._changes += 1
        before = self._by_site.get(site)
        for held in _held(before.args) if before is not None else ():
            self._by_held[held].discard(site)
        number = before.number if before is not None else len(self._by_site)
        self._by_site[site] = Mount(number, outer, method, args)
        for held in _held(args):
            self._by_held.setdefault(held, set()).add(site)

    def __iter__(self) -> Iterator[Mount]:
        """All of them, in the order of their places' first calls."""
        return iter(self._by_site.values())

    def of(self, held: Foreign) -> list[Mount]:
        """Those that were handed this object itself, in the same order."""
        return sorted(self._by_site[site] for site in self._by_held.get(held, ()))

    def holding(
        self, held: Foreign, version: int, inside: Callable[[Arguments], Iterable[Foreign]]
    ) -> list[Mount]:
        """Those that may have been handed this object, alone or in a list, in the same order.

        ``inside`` finds the objects in arguments. What it found holds as long as neither the
        ``version`` of what lists hold changes nor another call is noted.
        """
        if self._inside_as_of != (version, self._changes):
            self._inside_as_of = (version, self._changes)
            self._inside.clear()
            for mount in self:
                for found in dict.fromkeys(inside(mount.args)):
                    self._inside.setdefault(found, []).append(mount)
        return self._inside.get(held, [])

    def clear(self) -> None:
        """Forget them all."""
        self._inside_as_of = None
        self._by_site.clear()
        self._by_held.clear()


def _held(args: Arguments) -> Iterator[Foreign]:
    return (v for arg in args for v in arg.values.items if isinstance(v, Foreign))
