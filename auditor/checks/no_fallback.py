"""A call that takes its workflows down with its vendor."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, Flows, either, quoted, verb_for
from auditor.checks.draft import Draft, about_call, severity_for
from auditor.checks.embedding_lock_in import makers
from auditor.checks.refused import kept_from, why_refused
from auditor.model.report import CallReport
from auditor.model.severity import Severity

#: Verdicts that say there is nothing behind the call; the others have checks of their own.
NOTHING = ("none", "degraded")


def find(case: Case) -> Iterator[Draft]:
    """One finding for each call that has nothing behind it and whose loss is felt."""
    for call in case.calls():
        if call.verdict not in NOTHING or _is_locked_in(case, call) or why_refused(case, call):
            continue
        stopped, degraded = case.hurt(call), _degraded(case, call)
        if stopped:
            yield _draft(case, call, stopped, "stops", severity_for(stopped))
        elif degraded:
            yield _draft(case, call, degraded, "degrades", Severity.LOW)
        elif call.verdict == "none" and case.fatal(call) and not _is_settled(case, call):
            yield _unfelt(case, call)


def _degraded(case: Case, call: CallReport) -> Flows:
    """Those that go on without an answer; not where a fallback waits for the error in vain."""
    kept = kept_from(case, call)
    told = kept[1] if kept is not None else ()
    return tuple(flow for flow in case.hurt(call, "degrades") if flow not in told)


def _is_settled(case: Case, call: CallReport) -> bool:
    """Whether callers look after the failure, or the team has decided to live with it."""
    return case.is_wrapped(call) or any(map(case.may_not_leave, case.flows(call)))


def _is_locked_in(case: Case, call: CallReport) -> bool:
    return call.kind == "embedding" and bool(makers(case, call))


def _draft(case: Case, call: CallReport, flows: Flows, word: str, severity: Severity) -> Draft:
    lost = case.lost_in(call, flows, word)
    verb = verb_for("stops", flows)
    if word == "degrades":
        verb = f"{verb_for('goes', flows)} on without an answer"
    who = quoted(flow.name for flow in flows)
    whom = either(case.name(domain) for domain in lost)
    message = f"{who} {verb} when {whom} is down"
    return about_call(call, message, flows, severity=severity, domains=lost)


def _unfelt(case: Case, call: CallReport) -> Draft:
    """No workflow is known to stop: the work is done later, or another way is taken, or nobody
    knows, or nothing that we recognise leads here."""
    flows, lost = case.flows(call), case.lost_in(call, ())
    whom = either(map(case.name, lost)) or "its vendor"
    who = quoted(flow.name for flow in flows)
    if not flows:
        message = f"A call that no known workflow reaches fails with {whom}"
    elif any(flow.on_loss.get(domain) == "unknown" for flow in flows for domain in lost):
        message = f"Nobody can say whether {who} {verb_for('outlives', flows)} an outage of {whom}"
    else:
        message = f"{who} {verb_for('goes', flows)} on when {whom} is down, but this call fails"
    return about_call(call, message, flows, severity=Severity.LOW, domains=lost)
