"""Records of the rules by qualified name and by method path, with ``*`` in either."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from fnmatch import fnmatchcase
from functools import lru_cache
from typing import Generic, TypeVar

T = TypeVar("T")


def fits(pattern: str, name: str) -> bool:
    """Whether ``*`` as part of one segment, and ``**`` as any number, make the pattern the name."""
    # Most names begin otherwise, and most patterns are then never compiled.
    return (
        name.startswith(pattern.partition("*")[0])
        and _compiled(pattern).fullmatch(name) is not None
    )


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(re.escape(pattern).replace(r"\*\*", r".*").replace(r"\*", r"[^.]*"))


class NameTable(Generic[T]):
    """Records by qualified name.

    ``*`` in a name stands for part of one segment, ``**`` for any number of them.
    """

    def __init__(self) -> None:
        self._exact: dict[str, list[T]] = defaultdict(list)
        self._wild: list[tuple[str, T]] = []
        self._found: dict[str, list[T]] = {}

    def add(self, names: Iterable[str], record: T) -> None:
        """File ``record`` under every name."""
        for name in names:
            if "*" in name:
                self._wild.append((name, record))
            elif record not in self._exact[name]:
                self._exact[name].append(record)

    def find(self, name: str) -> list[T]:
        """The records under ``name``; exact ones alone where there are any."""
        found = self._found.get(name)
        if found is None:
            found = self._exact.get(name) or [r for wanted, r in self._wild if fits(wanted, name)]
            self._found[name] = found
        return found


class MethodTable(Generic[T]):
    """Records by owner's qualified name and method path; without owners they hold for any.

    A path may have ``*`` in it, which stands for any text: ``on_*``.
    """

    def __init__(self) -> None:
        self._by_method: dict[str, list[tuple[NameTable[T] | None, T]]] = defaultdict(list)
        self._wild: list[tuple[str, NameTable[T] | None, T]] = []

    def add(self, owners: tuple[str, ...], methods: Iterable[str], record: T) -> None:
        """File ``record`` under each method of each owner."""
        table: NameTable[T] | None = None
        if owners:
            table = NameTable()
            table.add(owners, record)
        for method in methods:
            if "*" in method and method != "*":
                self._wild.append((method, table, record))
            else:
                self._by_method[method].append((table, record))

    def find(self, owner: str, method: str) -> list[T]:
        """The records for ``method`` on an object made by ``owner``; exact ones alone if any."""
        found = [r for t, r in self._by_method.get(method, ()) if t is not None and t.find(owner)]
        found = found or [
            r
            for wanted, t, r in self._wild
            if fnmatchcase(method, wanted) and t is not None and t.find(owner)
        ]
        if found:
            return found
        return [r for t, r in self._by_method.get(method, ()) if t is None]

    def anywhere(self, method: str) -> list[T]:
        """The records for ``method`` that ask for no particular owner."""
        return [r for t, r in self._by_method.get(method, ()) if t is None]
