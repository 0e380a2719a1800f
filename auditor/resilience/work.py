"""How much work judging may be, counted in steps of runs: the same on every machine.

A question that takes more is answered with "unknown", and it is said that one was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from auditor.model.source import Diagnostic

#: How many steps a question may take once so many were taken before it. Most programs take some ten
#: thousand in all; each step that is remembered takes one or two hundred bytes.
LIMITS = ((0, 300_000), (5_000_000, 10_000), (6_000_000, 200))


class Placed(Protocol):
    """A call or an entry point."""

    @property
    def path(self) -> str:
        """Where it stands."""

    @property
    def line(self) -> int:
        """Where it stands."""


Asked = TypeVar("Asked", bound=Placed)


class TooMuch(Exception):
    """The question at hand has taken all the steps that it may."""


@dataclass(slots=True)
class Work:
    """``steps`` were made so far, ``given_up`` counts the questions that took too many.

    ``places`` are the paths and lines of the calls and entry points that these were about.
    """

    steps: int = 0
    limit: int | None = None
    given_up: int = 0
    places: list[tuple[str, int]] = field(default_factory=list)

    def step(self) -> None:
        """One more. Raises ``TooMuch`` inside a question that may make no more."""
        self.steps += 1
        if self.limit is not None and self.steps > self.limit:
            raise TooMuch

    @contextmanager
    def question(self) -> Iterator[None]:
        """What is run inside answers one question. Raises ``TooMuch`` where that takes too much."""
        self.limit = self.steps + next(own for all_, own in reversed(LIMITS) if self.steps >= all_)
        try:
            yield
        except TooMuch:
            self.given_up += 1
            raise
        finally:
            self.limit = None


def in_turn(work: Work, about: Iterable[Asked]) -> Iterator[Asked]:
    """One after the other, noting those about which a question was given up."""
    for one in about:
        before = work.given_up
        yield one
        if work.given_up > before:
            work.places.append((one.path, one.line))


def given_up(work: Work) -> tuple[Diagnostic, ...]:
    """One line for all questions that were given up, at the first place that they are about."""
    if not work.places:
        return ()
    path, line = min(work.places)
    more = len(set(work.places)) - 1
    others = f"; so it is at {more} more places" if more else ""
    says = "more ways lead through the program from here than are followed: some losses are unknown"
    return (Diagnostic(path, line, "judge-limit", f"{says}{others}"),)
