"""Two reports of the same code base, set side by side."""

from __future__ import annotations

from collections import Counter

from auditor.model.change import Change, Figures, Turn
from auditor.model.finding import Finding
from auditor.model.loss import RANK
from auditor.model.report import AuditReport, WorkflowReport

#: The better the loss is taken, the higher. What is not needed cannot be lost.
_RANKS = {**RANK, "": RANK["survives"]}


def compare(before: AuditReport, after: AuditReport) -> Change:
    """What changed from one report to the other."""
    turns = _turns(before, after)
    return Change(
        before=figures_of(before),
        after=figures_of(after),
        worse=tuple(turn for turn in turns if _step(turn) < 0),
        better=tuple(turn for turn in turns if _step(turn) > 0 and _is_known(turn)),
        appeared=_without(after, before),
        gone=_without(before, after),
    )


def figures_of(report: AuditReport) -> Figures:
    """The report in numbers; calls in test code and suppressed findings do not count."""
    calls = [call for call in report.calls if not call.in_tests]
    return Figures(
        calls=len(calls),
        workflows=len(report.workflows),
        exposed=sum(_is_exposed(flow) for flow in report.workflows),
        vendors=tuple(sorted({vendor for call in calls for vendor in call.vendors})),
        findings=sum(not finding.suppressions for finding in report.findings),
    )


def _is_exposed(flow: WorkflowReport) -> bool:
    return any(":" not in key and word == "stops" for key, word in flow.on_loss.items())


def _turns(before: AuditReport, after: AuditReport) -> list[Turn]:
    old = {flow.id: flow for flow in before.workflows}
    new = {flow.id: flow for flow in after.workflows}
    found = []
    for id in {**old, **new}:
        was = old[id].on_loss if id in old else {}
        now = new[id].on_loss if id in new else {}
        name = (new.get(id) or old[id]).name
        for domain in sorted({*was, *now}):
            turn = Turn(name, domain, was.get(domain, ""), now.get(domain, ""))
            if turn.before != turn.after:
                found.append(turn)
    return sorted(found, key=lambda turn: (turn.workflow, turn.domain))


def _step(turn: Turn) -> int:
    return _RANKS.get(turn.after, 1) - _RANKS.get(turn.before, 1)


def _is_known(turn: Turn) -> bool:
    """To know more, or less, is no improvement."""
    return "unknown" not in (turn.before, turn.after)


def _without(report: AuditReport, other: AuditReport) -> tuple[Finding, ...]:
    """The report's findings that the other has not, as often as it has them not."""
    known = Counter(f.key for f in other.findings if not f.suppressions)
    left = []
    for finding in report.findings:
        if finding.suppressions:
            continue
        if known[finding.key]:
            known[finding.key] -= 1
        else:
            left.append(finding)
    return tuple(left)
