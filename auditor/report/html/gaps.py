"""What was not read or not decided: counted for the top of the page, listed at its end."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.program import Evidence
from auditor.model.report import AuditReport
from auditor.model.source import Severity
from auditor.report.words import count


@dataclass(frozen=True, slots=True)
class Gap:
    """One kind of gap, and each place. A row's line is 0 where it is about a whole file."""

    title: str
    rows: tuple[Evidence, ...]


def gaps(report: AuditReport) -> tuple[Gap, ...]:
    """The kinds of gap that this report has."""
    coverage = report.coverage
    calls = {call.id: call for call in report.calls}
    reasons: dict[str, list[Evidence]] = {}
    for left in coverage.left_out:
        reasons.setdefault(left.reason, []).append(Evidence(left.path, 0, ""))
    lost = [calls[id] for id in coverage.unreached if id in calls and not calls[id].in_tests]
    found = [
        Gap("Not decided", coverage.unresolved),
        Gap(
            "Calls reached by nothing we recognise",
            tuple(Evidence(call.path, call.line, call.function) for call in lost),
        ),
        Gap("Trouble with files", _problems(report)),
        *(Gap(f"Not read: {reason}", tuple(rows)) for reason, rows in sorted(reasons.items())),
    ]
    return tuple(gap for gap in found if gap.rows)


def gaps_in_short(report: AuditReport) -> tuple[str, ...]:
    """The same as counts."""
    open_ = sum(call.dynamic and not call.in_tests for call in report.calls)
    trouble = sum(problem.severity is not Severity.INFO for problem in report.diagnostics)
    remarks = [p.message for p in report.diagnostics if p.path == "." and not p.line]
    left_out = len(report.coverage.left_out)
    counts = [
        f"{count(open_, 'call')} with an open target" if open_ else "",
        f"{count(left_out, 'path')} not read" if left_out else "",
        f"{count(trouble, 'problem')} with files" if trouble else "",
    ]
    return (*filter(None, counts), *remarks)


def _problems(report: AuditReport) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(problem.path, problem.line, f"{problem.severity.value}: {problem.message}")
        for problem in report.diagnostics
    )
