"""Runs a step over many files, so that one that breaks it loses nothing but itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from auditor.model.source import Diagnostic, Severity


class _Placed(Protocol):
    """Something that stands in a file."""

    @property
    def path(self) -> str: ...


Item = TypeVar("Item", bound=_Placed)
Found = TypeVar("Found")


class Guard:
    """``problems`` are what went wrong so far, each file once."""

    def __init__(self) -> None:
        self._broken: dict[str, Diagnostic] = {}

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """One diagnostic for each file that some step could not bear."""
        return tuple(self._broken.values())

    def each(self, items: Iterable[Item], step: Callable[[Item], Iterable[Found]]) -> list[Found]:
        """What the step finds in every item; what it found before it broke is kept."""
        found: list[Found] = []
        for item in items:
            try:
                found.extend(step(item))
            except Exception as error:  # RecursionError and MemoryError are Exceptions too
                # The message names the kind only: its text could quote the scanned file.
                message = f"not all of it could be understood: {type(error).__name__}"
                problem = Diagnostic(item.path, 0, "config-error", message, Severity.ERROR)
                self._broken.setdefault(item.path, problem)
        return found
