"""A model that its platform has taken back, or will on a day that is known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from fnmatch import fnmatchcase

from auditor.checks.case import Case, named_at, who_of
from auditor.checks.draft import Draft, Spot, severity_for
from auditor.checks.slow_failover import COVERED
from auditor.model.program import Evidence
from auditor.model.report import CallReport, Target
from auditor.model.retirement import Retirement
from auditor.model.severity import Confidence, Severity

#: From so long before its day on, a model is told of with more weight.
SOON = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class _Use:
    """One call that may ask the model. ``sole``: nothing else; ``standby``: as a fallback only."""

    call: CallReport
    sole: bool
    standby: bool


def find(case: Case) -> Iterator[Draft]:
    """One finding for each model on each platform, at the first line that names it.

    None where it is not said which day it is.
    """
    today = case.settings.today
    if today is not None:
        for (retirement, model), uses in _uses(case).items():
            yield _draft(case, retirement, model, uses, today)


def turns_of(case: Case) -> frozenset[date]:
    """The last days before one of the findings weighs more."""
    days = {retirement.on for retirement, _ in _uses(case)}
    eve = timedelta(days=1)
    return frozenset({day - eve for day in days} | {day - SOON - eve for day in days})


def _uses(case: Case) -> dict[tuple[Retirement, str], list[_Use]]:
    found: dict[tuple[Retirement, str], list[_Use]] = {}
    for call in case.report.calls:
        if call.via == "wrapper" or (call.in_tests and not case.settings.include_tests):
            continue
        ends = {target: _end_of(case, target) for target in call.targets}
        first = [ends[target] for target in call.targets if not target.standby]
        sole = not call.dynamic and bool(first) and all(first)
        for target, end in ends.items():
            if end is not None:
                standby = call.standby or target.standby
                use = _Use(call, sole and not standby, standby)
                found.setdefault((end, target.model), []).append(use)
    order = sorted(found, key=lambda one: (one[0].on, one[1], one[0].platform))
    return {one: found[one] for one in order}


def _end_of(case: Case, target: Target) -> Retirement | None:
    """The end of what a request asks for, where its own platform is known to have set one."""
    model = target.model.lower()
    ends = (one for one in case.catalog.retirements if one.platform == target.platform)
    return next((one for one in ends if any(fnmatchcase(model, p) for p in one.models)), None)


def _draft(case: Case, retirement: Retirement, model: str, uses: list[_Use], today: date) -> Draft:
    calls = [use.call for use in uses]
    flows = case.flows_of(calls)
    places = _named_at(calls, model)
    first = calls[0]
    spot = Spot(first.path, first.line, first.end_line, first.column, first.cell)
    if places:
        spot = Spot(places[0].path, places[0].line, places[0].line)
    says = f"{who_of(flows)} {_asks(uses, len(flows))} {model}, {_when(case, retirement, today)}"
    return Draft(
        message=says,
        spot=spot,
        subject=(retirement.platform, model),
        severity=_severity(case, retirement, uses, today),
        confidence=max((Confidence(call.confidence) for call in calls), key=lambda c: c.rank),
        workflows=tuple(flow.id for flow in flows),
        calls=tuple(call.id for call in calls),
        domains=(f"platform:{retirement.platform}",),
        evidence=(*places, *(Evidence(c.path, c.line, f"may ask {model}") for c in calls)),
    )


def _asks(uses: list[_Use], flows: int) -> str:
    if any(use.sole for use in uses):
        return "ask" if flows > 1 else "asks"
    if all(use.standby for use in uses):
        return "fall back to" if flows > 1 else "falls back to"
    return "may ask"


def _when(case: Case, retirement: Retirement, today: date) -> str:
    """The day itself and no number of days, so that the same finding has the same words."""
    name, day = case.name(f"platform:{retirement.platform}"), retirement.on.isoformat()
    if today >= retirement.on:
        return f"which {name} has not served since {day}"
    return f"which {name} will not serve from {day} on"


def _severity(case: Case, retirement: Retirement, uses: list[_Use], today: date) -> Severity:
    sole = [use.call for use in uses if use.sole]
    if today >= retirement.on:
        if bare := [call for call in sole if call.verdict not in COVERED]:
            return severity_for(case.flows_of(bare))
        return Severity.MEDIUM if sole or any(use.standby for use in uses) else Severity.LOW
    if today >= retirement.on - SOON:
        return Severity.MEDIUM if sole else Severity.LOW
    return Severity.LOW if sole else Severity.INFO


def _named_at(calls: Iterable[CallReport], model: str) -> tuple[Evidence, ...]:
    """The lines on which the name is written, each once."""
    found = {place for call in calls for place in named_at(call, model)}
    return tuple(Evidence(path, line, f"names {model}") for path, line in sorted(found))
