"""Whatever is asked goes through one gateway that somebody else runs."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, quoted, verb_for
from auditor.checks.draft import Draft, about_calls, severity_for
from auditor.model.report import CallReport


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
    flows = tuple(
        flow
        for flow in case.flows_of(calls)
        if flow.on_loss.get(domain) == "stops" and not case.may_not_leave(flow)
    )
    name = case.name(domain)
    verb = verb_for("stops", flows)
    who = f"{quoted(flow.name for flow in flows)} {verb}" if flows else _calls_fail(len(calls))
    message = f"{who} when {name} is down, whatever model is asked behind it"
    severity = severity_for(flows)
    return about_calls(
        calls, message, flows, (domain,), says=f"asks through {name}", severity=severity
    )


def _calls_fail(number: int) -> str:
    return "1 call fails" if number == 1 else f"{number} calls fail"
