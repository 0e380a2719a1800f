"""Whatever is asked goes through one gateway that somebody else runs."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, Flows, quoted
from auditor.checks.draft import Draft, Spot, severity_for
from auditor.model.program import Evidence
from auditor.model.report import CallReport
from auditor.model.severity import Confidence


def find(case: Case) -> Iterator[Draft]:
    """One finding for each gateway: it is one thing that fails, wherever it is used."""
    by_gateway: dict[str, list[CallReport]] = {}
    for call in case.calls():
        for gateway in call.gateways if call.verdict == "gateway-spof" else ():
            domain = f"gateway:{gateway}"
            if call.on_loss.get(domain) != "survives" and not case.is_own(domain):
                by_gateway.setdefault(gateway, []).append(call)
    for gateway, calls in sorted(by_gateway.items()):
        yield _draft(case, gateway, calls)


def _draft(case: Case, gateway: str, calls: list[CallReport]) -> Draft:
    domain = f"gateway:{gateway}"
    first = calls[0]
    flows: Flows = tuple(
        {
            flow.id: flow
            for call in calls
            for flow in case.flows(call)
            if flow.on_loss.get(domain) == "stops"
        }.values()
    )
    name = case.name(domain)
    verb = "stops" if len(flows) == 1 else "stop"
    who = f"{quoted(flow.name for flow in flows)} {verb}" if flows else _calls_fail(len(calls))
    return Draft(
        message=f"{who} when {name} is down, whatever model is asked behind it",
        spot=Spot(first.path, first.line, first.end_line, first.column, first.cell),
        subject=(gateway,),
        severity=severity_for(flows),
        confidence=Confidence(first.confidence),
        workflows=tuple(flow.id for flow in flows),
        calls=tuple(call.id for call in calls),
        domains=(domain,),
        evidence=tuple(Evidence(c.path, c.line, f"asks through {name}") for c in calls),
    )


def _calls_fail(number: int) -> str:
    return "1 call fails" if number == 1 else f"{number} calls fail"
