"""Which way of the rules knows the place of a call, and who stands in there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TypeVar

from auditor.model.remedy import Way
from auditor.model.report import CallReport
from auditor.remedy.bench import Bench
from auditor.remedy.second import Second, refuse_forbidden, second_for
from auditor.remedy.source import CannotEdit

#: The kinds of calls whose answers are text.
_SAID = ("chat", "completion", "agent")

Place = TypeVar("Place")
#: The places on a line of a file that a way fits.
Fitting = Callable[[Bench, Way, str, int], list[Place]]
#: The names of what is sent from a place.
Sent = Callable[[Way, Place], Collection[str]]


def first_way(
    bench: Bench, language: str, fitting: Fitting[Place], sent: Sent[Place]
) -> tuple[Way, Second, Place]:
    """The first way that knows the place, the second vendor, and the place itself.

    Raises ``CannotEdit`` where no way knows one, or where no other vendor may be asked.
    """
    call = bench.call()
    refuse_forbidden(bench, call)
    reason = CannotEdit(f"the rules know no way to put a second vendor behind {call.sdk}")
    wrong: CannotEdit | None = None
    for way in bench.remedies.ways(language, call.sdk):
        if way.entries:
            continue
        try:
            place = _place(bench, call, way, fitting)
        except CannotEdit as error:
            wrong = error
            continue
        if place is not None:
            return way, second_for(bench, call, way.grammar, way.to, sent(way, place)), place
        what = "call" if way.at == "call" else "place where the client is built"
        reason = CannotEdit(f"the {what} has not the usual shape ({' or '.join(way.names[:2])})")
    if call.kind not in _SAID:
        raise CannotEdit(f"the rules know nobody who could stand in for {call.sdk}: {call.kind}")
    raise wrong or reason


def name_in(way: Way, name: str, meaning: str) -> str:
    """Which of the way's names a called one ends with, or what it means; empty if none."""
    tried = (f".{name}", f".{meaning}")
    return next((end for end in way.names if any(one.endswith(f".{end}") for one in tried)), "")


def _place(bench: Bench, call: CallReport, way: Way, fitting: Fitting[Place]) -> Place | None:
    """The expression that the way changes, None where there is none."""
    if call.cell:
        raise CannotEdit("it stands in a notebook")
    places = bench.client_lines(call) if way.at == "client" else [(call.path, call.line)]
    for path, line in places:
        found = fitting(bench, way, path, line)
        if len(found) == 1:
            return found[0]
    return None
