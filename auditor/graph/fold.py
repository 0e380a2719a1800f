"""Many things drawn as few boxes: by file, by folder, and at last all that is left as one.

Nothing is dropped. Whatever is drawn together is counted, and the reader is told.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Generic, TypeVar

from auditor.graph.text import plain

MOST = 40
"""Boxes in a column."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fold(Generic[T]):
    """What one box stands for. ``name`` is empty where it stands for one thing."""

    name: str
    members: tuple[T, ...]


def fold(
    things: Sequence[T], path_of: Callable[[T], str], most: int = MOST
) -> tuple[list[Fold[T]], str]:
    """At most ``most`` boxes, in the order of their first members, and by what they were drawn."""
    if len(things) <= most:
        return [Fold("", (thing,)) for thing in things], ""
    folds: list[Fold[T]] = []
    for how, key_of in (
        ("by file", path_of),
        ("by folder", lambda thing: _folder(path_of(thing), 3)),
        ("by folder", lambda thing: _folder(path_of(thing), 2)),
    ):
        folds = _grouped(things, key_of)
        if len(folds) <= most:
            return folds, how
    largest = sorted(folds, key=lambda part: -len(part.members))[: most - 1]
    kept = {part.name for part in largest}
    rest = [part for part in folds if part.name not in kept]
    others = tuple(thing for part in rest for thing in part.members)
    return [
        *(part for part in folds if part.name in kept),
        Fold("other folders", others),
    ], "by folder"


def fold_tail(names: Sequence[str], most: int = MOST) -> list[Fold[str]]:
    """The first names on their own, the rest in one box."""
    if len(names) <= most:
        return [Fold("", (name,)) for name in names]
    head = [Fold("", (name,)) for name in names[: most - 1]]
    return [*head, Fold("others", tuple(names[most - 1 :]))]


def _grouped(things: Sequence[T], key_of: Callable[[T], str]) -> list[Fold[T]]:
    groups: dict[str, list[T]] = {}
    for thing in things:
        groups.setdefault(key_of(thing), []).append(thing)
    return [Fold(plain(key), tuple(members)) for key, members in groups.items()]


def _folder(path: str, depth: int) -> str:
    parts = PurePosixPath(path).parent.parts[:depth]
    return "/".join(parts) + "/" if parts else "./"
