"""What happened on the way of one run, kept for those who ask why it ended so."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from auditor.model.behaviour import LIMIT, Ask, Attempt, Catch, Ordered, Request
from auditor.resilience.states import Error


class Handler(NamedTuple):
    """A handler that the error of a call met; ``types`` are what it catches, () for everything."""

    path: str
    line: int
    types: tuple[str, ...]


@dataclass(slots=True)
class Trace:
    """Keys are the names that behaviours use for calls, in the order in which they failed.

    ``took`` and ``let_pass`` hold the handlers that took a call's error and those that did not,
    ``later`` the calls that fail in work that nobody waits for.
    """

    failed: dict[str, None] = field(default_factory=dict)
    later: dict[str, None] = field(default_factory=dict)
    took: dict[str, dict[Handler, None]] = field(default_factory=dict)
    let_pass: dict[str, dict[Handler, None]] = field(default_factory=dict)

    def met(self, error: Error, path: str, catch: Catch, takes: bool) -> None:
        """Note that the error of a call reached a handler.

        What runs out of time is no error that handlers inside could let pass.
        """
        limited = any(n.startswith(LIMIT) for n in (*error.names, *catch.types))
        if error.call and (takes or not limited):
            found = self.took if takes else self.let_pass
            found.setdefault(error.call, {}).setdefault(Handler(path, catch.line, catch.types))

    def failed_later(self, calls: Iterable[str]) -> None:
        """Note calls whose failure stops only what runs in the background."""
        self.later.update(dict.fromkeys(calls))


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a workflow while something is lost, and how it ended.

    ``error`` is the class of failure. ``ended_by`` are the calls whose error left the workflow,
    ``stood_in`` the requests that were made in place of failed ones, ``switched`` what answered
    where a library turned to the next one by itself; ``waits`` are settings a stand-in needs.
    """

    outcome: str
    error: str
    trace: Trace
    ended_by: frozenset[str] = frozenset()
    stood_in: frozenset[tuple[str, Ask]] = frozenset()
    switched: dict[tuple[str, Ask], tuple[Attempt, ...]] = field(default_factory=dict)
    waits: frozenset[str] = frozenset()
    dead: Callable[[Request, Attempt], bool] = lambda _request, _attempt: False
    goes_on: Callable[[Ordered, str], bool] = lambda _ask, _sdk: False
