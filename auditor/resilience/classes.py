"""Which error classes a program tells apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.model.behaviour import (
    ERROR_CLASSES,
    HANGING_CLASSES,
    OUTAGE_CLASSES,
    STATUS_CLASSES,
    Behaviour,
    Branch,
    Guarded,
    Request,
    nodes,
)
from auditor.model.error_test import ErrorTest
from auditor.model.program import Program
from auditor.resilience.asks import ordered_in
from auditor.resilience.catching import Catching, Caught
from auditor.resilience.scenario import reacts
from auditor.resilience.states import Error


class _Looks(NamedTuple):
    """Everything by which some behaviours tell errors apart."""

    catches: tuple[tuple[str, ...], ...]
    tests: tuple[ErrorTest, ...]


def _looks_in(roots: Iterable[Behaviour]) -> _Looks:
    everything = nodes(roots)
    guards = [node for node in everything if isinstance(node, Guarded)]
    catches = {catch.types for guard in guards for catch in guard.catches}
    tests = {node.error for node in everything if isinstance(node, Branch) and node.error}
    return _Looks(tuple(sorted(catches)), tuple(sorted(tests, key=repr)))


class ErrorClasses:
    """What handlers and libraries make of the kinds of errors."""

    def __init__(self, program: Program, roots: Iterable[Behaviour], caught: Caught) -> None:
        self._caught = caught
        self._bases = program.exceptions
        ordered = {
            (ask, call.raises)
            for call in program.calls
            for whole in call.asks
            for ask in ordered_in(whole)
        }
        self._ways = list({(a.fires, a.types, sdk): (a, sdk) for a, sdk in ordered}.values())
        self._looks: dict[frozenset[int], _Looks] = {}
        self._known: dict[tuple[_Looks, tuple[str, ...], bool, bool], dict[str, str]] = {}
        self._roots = list(roots)

    def told_apart(
        self, failing: Iterable[Request], roots: Sequence[Behaviour] | None = None
    ) -> dict[str, str]:
        """Classes that come to the same when these fail need one run: each has its stand-in.

        ``roots`` are what is run, of all that the program does.
        """
        requests = list(failing)
        sdks = tuple(sorted({request.sdk for request in requests}))
        silent = any(request.silent for request in requests)
        looks = self._looks_of(self._roots if roots is None else roots)
        limited = any(request.limit is not None for request in requests)
        key = (looks, sdks, silent, limited)
        if key not in self._known:
            self._known[key] = self._stand_ins(looks, sdks, silent, limited)
        return self._known[key]

    def _stand_ins(
        self, looks: _Looks, sdks: tuple[str, ...], silent: bool, limited: bool
    ) -> dict[str, str]:
        seen: dict[tuple[bool | None, ...], str] = {}
        found: dict[str, str] = {}
        for word in sorted(ERROR_CLASSES, key=lambda c: (c not in OUTAGE_CLASSES, c)):
            signature = (
                silent and word in STATUS_CLASSES,
                limited and word in HANGING_CLASSES,
                *(word in self._caught(types, sdk) for types in looks.catches for sdk in sdks),
                *self._asked(word, sdks, looks.tests),
                *(reacts(ask, word, sdk, self._caught) for ask, sdk in self._ways),
            )
            found[word] = seen.setdefault(signature, word)
        return found

    def _looks_of(self, roots: Sequence[Behaviour]) -> _Looks:
        same = frozenset(map(id, roots))
        found = self._looks.get(same)
        if found is None:
            found = self._looks[same] = _looks_in(roots)
        return found

    def _asked(
        self, word: str, sdks: Iterable[str], tests: Iterable[ErrorTest]
    ) -> Iterator[bool | None]:
        """What conditions on a caught error come to where it is of this class."""
        catching = Catching(word, self._caught, self._bases)
        for sdk in sdks:
            for test in tests:
                yield catching.holds(test, Error(sdk))
