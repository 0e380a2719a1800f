"""States that nothing in a program can tell apart are taken for one another.

A handler that catches everything does not ask which error it got; two calls whose results are
tested in the same places may change places; nobody asks for most parts of what a function gives
back. One state stands for all that differ in nothing else, which leaves far fewer to be run.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from auditor.model.behaviour import (
    STATUS,
    Attempt,
    Behaviour,
    Branch,
    Enter,
    Guarded,
    Leave,
    Request,
    Result,
)
from auditor.model.error_test import AllOf, AnyOf, ErrorTest, Inverse, OfType
from auditor.resilience.calls_in import CallSets
from auditor.resilience.passing import SOMETHING
from auditor.resilience.states import Error, Gave, State
from auditor.resilience.verdicts import broken

#: Stands for parts that nobody asks for: what is given back is not empty.
UNASKED: Gave = (("+", "+"),)


class Alike:
    """What the nodes of a program look at, and so one state for all that look the same."""

    def __init__(
        self, everything: Iterable[Behaviour], sets: CallSets, bases: Mapping[str, tuple[str, ...]]
    ) -> None:
        nodes = list(everything)
        self._sets = sets
        self._bases = bases
        self._types = frozenset(name for node in nodes for name in _types_in(node))
        results = [r for r in map(_result_of, nodes) if r is not None]
        self._parts = {r.word if r.part == STATUS else r.part for r in results}
        self._looks = tuple(
            {sets.bits(r.calls) for r in results}
            | {sets.below(node) for node in nodes if isinstance(node, Enter)}
        )
        self._attempts = {
            _asking(attempt)
            for node in nodes
            if isinstance(node, Request)
            for attempt in node.attempts
            if attempt.credentials
        }
        self._culprits: dict[str, str] = {}
        self._failed: dict[int, int] = {}
        self._first_of: dict[object, str] = {}
        self._number_of: dict[object, int] = {}
        self._names: dict[frozenset[str], tuple[str, ...]] = {}
        self._states: dict[State, State] = {}

    def of(self, state: State) -> State:
        """The state that stands for this one."""
        found = self._states.get(state)
        if found is None:
            found = self._states[state] = state.but(
                gave=self._gave(state.gave), error=self._error(state.error)
            )
        return found

    def culprit(self, call: str) -> str:
        """The call that stands for this one wherever a result is tested; none if none is."""
        if not self._sets.bit(call) & self._sets.tested:
            return ""
        found = self._culprits.get(call)
        if found is None:
            bit = self._sets.bit(call)
            looks = tuple(bool(look & bit) for look in self._looks)
            found = self._culprits[call] = self._first_of.setdefault(looks, call)
        return found

    def failed(self, number: int) -> int:
        """The number that stands for these vendors and keys: the same cannot replace them."""
        found = self._failed.get(number)
        if found is None:
            first = self._sets.first_of(number)
            useless = frozenset(a for a in self._attempts if broken(first, a))
            found = self._failed[number] = self._number_of.setdefault(useless, number)
        return found

    def _gave(self, gave: Gave) -> Gave:
        if gave == SOMETHING:
            return gave
        kept = tuple(part for part in gave if part[0] in self._parts)
        return kept or (UNASKED if gave else ())

    def _error(self, error: Error | None) -> Error | None:
        if error is None or not error.names:
            return error
        above = {name for own in error.names for name in (own, *self._bases.get(own, ()))}
        names = self._names.setdefault(frozenset(above & self._types), error.names)
        return error._replace(names=names)


def _asking(attempt: Attempt) -> Attempt:
    """Whom it asks, through what and with which key: what another one's failure may tell of it."""
    return Attempt(
        attempt.vendor, attempt.platform, attempt.gateways, credentials=attempt.credentials
    )


def _result_of(node: Behaviour) -> Result | None:
    return node.result if isinstance(node, Branch | Leave) else None


def _types_in(node: Behaviour) -> Iterator[str]:
    """The exception types that a node asks an error for."""
    if isinstance(node, Guarded):
        for catch in node.catches:
            yield from catch.types
    elif isinstance(node, Branch) and node.error is not None:
        yield from _types_of(node.error)


def _types_of(test: ErrorTest) -> Iterator[str]:
    match test:
        case OfType(types):
            yield from types
        case Inverse(inner):
            yield from _types_of(inner)
        case AllOf(tests) | AnyOf(tests):
            for inner in tests:
                yield from _types_of(inner)
        case _:
            return
