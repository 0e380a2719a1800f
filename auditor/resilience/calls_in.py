"""Which calls lie below each node of a behaviour, as bit sets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from auditor.model.behaviour import (
    Ask,
    Attempt,
    Behaviour,
    Branch,
    Enter,
    Flag,
    Guarded,
    Leave,
    Request,
    Result,
    parts,
)
from auditor.model.flag_test import names_in
from auditor.resilience.states import ASKED, SOMEBODY, Healed, kind_of
from auditor.resilience.verdicts import first_options


class View(NamedTuple):
    """What a node looks at: ``tested`` are the bits of the calls whose results it tests.

    ``by_part`` where one is tested part by part, ``looks_at_error`` where it may let an error go on
    that it got or tests it; ``kinds`` are the kinds of its requests, ``entered`` the bits of the
    calls inside the functions that it calls. ``by_setting`` where settings choose an arm,
    ``raises_last`` where it may raise an error that a handler before it has taken, ``rests`` where
    it may pass over a candidate that is not well. ``left`` are the bits of the calls of which it
    tests what their failure has left behind, though another has answered, ``flags`` the names of
    the function that it asks for.
    """

    tested: int = 0
    by_part: bool = False
    looks_at_error: bool = False
    kinds: frozenset[str] = frozenset()
    entered: int = 0
    by_setting: bool = False
    raises_last: bool = False
    rests: bool = False
    left: int = 0
    flags: frozenset[str] = frozenset()

    def with_part(self, part: View) -> View:
        """What a node looks at that has this part as well."""
        return View(
            self.tested | part.tested,
            self.by_part or part.by_part,
            self.looks_at_error or part.looks_at_error,
            self.kinds | part.kinds,
            self.entered | part.entered,
            self.by_setting or part.by_setting,
            self.raises_last or part.raises_last,
            self.rests or part.rests,
            self.left | part.left,
            self.flags | part.flags,
        )


class CallSets:
    """Bit sets of calls by node. Nodes are shared, so each is counted once."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._below: dict[int, int] = {}
        self._views: dict[int, View] = {}
        self._numbers: dict[int, int] = {}
        self._asks: list[Ask] = []
        self._firsts: list[tuple[Attempt, ...]] = []
        self.tested = 0
        self.tested_by_part = 0
        self.behind: dict[str, int] = {}
        self._kept: list[Behaviour] = []
        self._left: set[tuple[int, bool]] = set()
        self._told: dict[tuple[str, str], str | None] = {}
        self._first_by: dict[tuple[str, frozenset[tuple[int, bool]]], str] = {}

    def bit(self, call: str) -> int:
        """The bit of a call."""
        return self._bits.setdefault(call, 1 << len(self._bits))

    def bits(self, calls: Iterable[str]) -> int:
        """The bits of several calls."""
        found = 0
        for call in calls:
            found |= self.bit(call)
        return found

    def number_of(self, ask: Ask) -> int:
        """A small number that stands for the vendors that are asked first, and with which keys."""
        found = self._numbers.get(id(ask))
        if found is None:
            self._asks.append(ask)
            first = tuple(dict.fromkeys(_keyed(attempt) for attempt in first_options(ask)))
            if first not in self._firsts:
                self._firsts.append(first)
            found = self._numbers[id(ask)] = self._firsts.index(first)
        return found

    def first_of(self, number: int) -> tuple[Attempt, ...]:
        """The vendors and keys behind a number."""
        return self._firsts[number]

    def below(self, node: Behaviour) -> int:
        """The bits of every call that the node may make, wrapper calls included."""
        found = self._below.get(id(node))
        if found is None:
            self._note_result(node)
            named = node.call if isinstance(node, Request | Enter) else ""
            found = self.bit(named) if named else 0
            for part in parts(node):
                found |= self.below(part)
            self._below[id(node)] = found
            if isinstance(node, Enter) and node.behind:
                # A breaker tells calls apart: those that are made through it, and all others.
                self.behind[node.behind] = self.behind.get(node.behind, 0) | found
                self.tested |= found
            # An id is only good while its node lives.
            self._kept.append(node)
        return found

    def view(self, node: Behaviour) -> View:
        """What the node and its parts look at in the state they run in."""
        found = self._views.get(id(node))
        if found is None:
            self.below(node)
            result = node.result if isinstance(node, Branch | Leave) else None
            barred = self.behind.get(node.behind, 0) if isinstance(node, Enter) else 0
            found = View(
                tested=barred | (self.bits(result.calls) if result else 0),
                by_part=result is not None and bool(result.part),
                looks_at_error=_looks_at_error(node),
                kinds=frozenset({kind_of(node)} if isinstance(node, Request) else ()),
                entered=self.below(node) if isinstance(node, Enter) else 0,
                by_setting=isinstance(node, Branch) and bool(node.settings),
                raises_last=isinstance(node, Leave) and node.kind == "raise" and not node.raises,
                rests=isinstance(node, Branch) and node.rests,
                left=self.bits(result.calls) if _may_be_left(node) and result else 0,
                flags=_flags_of(node),
            )
            for part in parts(node):
                found = found.with_part(self.view(part))
            if isinstance(node, Enter):
                found = found._replace(flags=frozenset())
            if isinstance(node, Guarded) and not self._raises_last(node):
                found = found._replace(raises_last=False)
            self._views[id(node)] = found
        return found

    def _raises_last(self, node: Guarded) -> bool:
        """Whether it may raise an error taken before it: what a handler raises again is its own."""
        plain = (node.body, node.orelse, node.final)
        return any(self.view(part).raises_last for part in plain) or any(
            self.view(catch.body).raises_last and self._loses_error(catch.body)
            for catch in node.catches
        )

    def _loses_error(self, body: Behaviour) -> bool:
        """Whether something in a handler's body may run without the error that it took."""
        todo = [body]
        while todo:
            node = todo.pop()
            if isinstance(node, Guarded) or (
                isinstance(node, Enter) and self.view(node).raises_last
            ):
                return True
            if not isinstance(node, Enter):
                todo.extend(parts(node))
        return False

    def told(self, healed: Healed) -> Healed | None:
        """The failure that stands for this one, None where nobody looks at what it has left.

        Whoever looks at a name that the call fills which answered finds its answer there. To be
        asked when every node of the program is known.
        """
        if healed.culprit == SOMEBODY:
            return healed
        pair = (healed.culprit, healed.by)
        if pair not in self._told:
            mine, other = self.bit(healed.culprit), self.bit(healed.by)
            looks = frozenset(
                look for look in self._left if look[0] & mine and (look[1] or not look[0] & other)
            )
            first = self._first_by.setdefault((healed.culprit, looks), healed.by)
            self._told[pair] = first if looks else None
        by = self._told[pair]
        return healed._replace(by=by) if by is not None else None

    def _note_result(self, node: Behaviour) -> None:
        """Only calls whose results somebody tests have to be told apart when they fail."""
        result = node.result if isinstance(node, Branch | Leave) else None
        if result is not None and _may_be_left(node):
            self._left.add((self.bits(result.calls), result.stays))
        for call in result.calls if result is not None else ():
            self.tested |= self.bit(call)
            if result is not None and result.part:
                self.tested_by_part |= self.bit(call)


def _flags_of(node: Behaviour) -> frozenset[str]:
    """The names that it asks for itself what they hold."""
    match node:
        case Branch(flags=test):
            return names_in(test)
        case Flag(same=same) if same:
            return frozenset({same})
        case _:
            return frozenset()


def _may_be_left(node: Behaviour) -> bool:
    """Whether it looks at a name that may be as a failed call has left it."""
    match node:
        case Branch(result=Result() as result):
            return result.part not in ASKED
        case Leave(kind="return", result=Result() as result):
            return "nothing" in (result.lost, result.before)
        case _:
            return False


def _looks_at_error(node: Behaviour) -> bool:
    match node:
        case Leave(kind="raise"):
            return True
        case Branch(error=test):
            return test is not None
        case _:
            return False


def _keyed(attempt: Attempt) -> Attempt:
    return Attempt(attempt.vendor, None, credentials=attempt.credentials)
