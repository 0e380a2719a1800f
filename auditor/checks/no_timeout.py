"""A call that waits for ever."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import inf

from auditor.checks.case import Case, verb_for, who_of
from auditor.checks.draft import ATTENDED, Draft, Spot, about_call
from auditor.checks.slow_failover import COVERED
from auditor.model.program import Evidence
from auditor.model.report import CallReport


def find(case: Case) -> Iterator[Draft]:
    """One finding for each client without a timeout, with the calls that use it."""
    built = {(client.path, client.line) for client in case.report.clients}
    by_client: dict[tuple[str, int], list[CallReport]] = {}
    for call in case.calls():
        if case.wait(call) == inf and call.verdict not in COVERED and not _is_attended(case, call):
            place = _client_of(call, built) or (call.path, call.line)
            by_client.setdefault(place, []).append(call)
    for place, calls in by_client.items():
        yield _draft(case, place, calls)


def _is_attended(case: Case, call: CallReport) -> bool:
    flows = case.flows(call)
    return bool(flows) and all(flow.kind in ATTENDED for flow in flows)


def _client_of(call: CallReport, built: set[tuple[str, int]]) -> tuple[str, int] | None:
    places = [(s.path, s.line) for s in call.evidence if (s.path, s.line) in built]
    return places[0] if places else None


def _draft(case: Case, place: tuple[str, int], calls: list[CallReport]) -> Draft:
    first = calls[0]
    flows = case.flows_of(calls)
    who = who_of(flows)
    verb = verb_for("hangs", flows)
    draft = about_call(first, f"{who} {verb} when a vendor takes a request and stays silent", flows)
    if place == (first.path, first.line):
        return draft
    return replace(
        draft,
        spot=Spot(place[0], place[1], place[1]),
        subject=("client", first.sdk),
        calls=tuple(call.id for call in calls),
        evidence=tuple(Evidence(call.path, call.line, "asks with this client") for call in calls),
    )
