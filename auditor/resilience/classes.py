"""Which error classes a program tells apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.model.behaviour import (
    ERROR_CLASSES,
    OUTAGE_CLASSES,
    STATUS_CLASSES,
    Behaviour,
    Branch,
    Guarded,
    Request,
)
from auditor.model.program import Program
from auditor.resilience.asks import ordered_in
from auditor.resilience.calls_in import nodes
from auditor.resilience.catching import Catching, Caught
from auditor.resilience.scenario import reacts
from auditor.resilience.states import Error


class ErrorClasses:
    """What handlers and libraries make of the kinds of errors."""

    def __init__(self, program: Program, roots: Iterable[Behaviour], caught: Caught) -> None:
        everything = nodes(roots)
        catches = {
            catch.types
            for node in everything
            if isinstance(node, Guarded)
            for catch in node.catches
        }
        ordered = {
            (ask, call.raises)
            for call in program.calls
            for whole in call.asks
            for ask in ordered_in(whole)
        }
        self._caught = caught
        self._bases = program.exceptions
        self._tests = sorted(
            {node.error for node in everything if isinstance(node, Branch) and node.error}, key=repr
        )
        self._catches = sorted(catches)
        self._ways = list({(a.fires, a.types, sdk): (a, sdk) for a, sdk in ordered}.values())

    def told_apart(self, failing: Iterable[Request]) -> dict[str, str]:
        """Classes that come to the same when these fail need one run: each has its stand-in."""
        requests = list(failing)
        sdks = sorted({request.sdk for request in requests})
        silent = any(request.silent for request in requests)
        seen: dict[tuple[bool | None, ...], str] = {}
        found: dict[str, str] = {}
        for word in sorted(ERROR_CLASSES, key=lambda c: (c not in OUTAGE_CLASSES, c)):
            signature = (
                silent and word in STATUS_CLASSES,
                *(word in self._caught(types, sdk) for types in self._catches for sdk in sdks),
                *self._asked(word, sdks),
                *(reacts(ask, word, sdk, self._caught) for ask, sdk in self._ways),
            )
            found[word] = seen.setdefault(signature, word)
        return found

    def _asked(self, word: str, sdks: Iterable[str]) -> Iterator[bool | None]:
        """What conditions on a caught error come to where it is of this class."""
        catching = Catching(word, self._caught, self._bases)
        for sdk in sdks:
            for test in self._tests:
                yield catching.holds(test, Error(sdk))
