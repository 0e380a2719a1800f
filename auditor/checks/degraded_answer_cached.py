"""A text that was made up for an outage, kept as if it were an answer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.checks.case import Case, either, who_of
from auditor.checks.draft import Draft, Spot, about_call
from auditor.model.caching import KeptAnswer
from auditor.model.program import Evidence
from auditor.model.report import CallReport


def find(case: Case) -> Iterator[Draft]:
    """One finding for each line that keeps such a text."""
    by_line: dict[tuple[str, int], list[CallReport]] = {}
    for call in case.report.calls:
        if case.settings.include_tests or not call.in_tests:
            by_line.setdefault((call.path, call.line), []).append(call)
    seen: set[tuple[str, int]] = set()
    for kept in case.kept:
        place = (kept.path, kept.write)
        for call in by_line.get((kept.path, kept.call), [])[:1]:
            if place not in seen:
                seen.add(place)
                yield _draft(case, kept, call)


def _draft(case: Case, kept: KeptAnswer, call: CallReport) -> Draft:
    flows = case.flows(call)
    lost = case.felt(call)
    whom = either(map(case.name, lost)) or "its vendor"
    told = f"what is said while {whom} is down is kept, and said again afterwards"
    says = [
        (kept.handler, "answers the failure with a text of its own"),
        (kept.write, "keeps what came of it"),
    ]
    if kept.read != kept.write:
        says.append((kept.read, "looks there first"))
    more = tuple(Evidence(kept.path, line, text) for line, text in says)
    draft = about_call(call, f"{who_of(flows)}: {told}", flows, domains=lost, more=more)
    return replace(draft, spot=Spot(kept.path, kept.write, kept.write, 0, call.cell))
