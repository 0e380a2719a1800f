"""What ``-v`` adds: all that was not read or not understood, and where the time went."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from auditor.graph.text import place
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, table
from auditor.resilience.waiting import duration

WAITS = 10
"""How many of the calls that wait longest are named."""


def details(report: AuditReport, view: View) -> list[Text]:
    """The sections that have something to say, an empty line between them."""
    sections: list[list[Text]] = []
    if view.verbose:
        sections = [
            _section("Not read", _left_out(report), view),
            _section("Not decided", _unresolved(report), view),
            _section("Problems", _problems(report), view),
            _section("Time until a call gives up, at worst", _waits(report), view),
        ]
    if view.verbose or view.timings:
        sections.append(_section("Slowest stages", _stages(report), view))
    lines: list[Text] = []
    for section in filter(None, sections):
        lines += [Text(), *section] if lines else section
    return lines


def _section(title: str, rows: Sequence[tuple[str, str]], view: View) -> list[Text]:
    if not rows:
        return []
    columns = (Column(long=Long.CUT_START, least=16), Column(long=Long.WRAP, least=20))
    cells = [[Cell(place), Cell(says)] for place, says in rows]
    return [Text(MARGIN + title, style="bold"), *table(columns, cells, view.width)]


def _left_out(report: AuditReport) -> list[tuple[str, str]]:
    return [(path.path, path.reason) for path in report.coverage.left_out]


def _unresolved(report: AuditReport) -> list[tuple[str, str]]:
    return [(f"{step.path}:{step.line}", step.says) for step in report.coverage.unresolved]


def _problems(report: AuditReport) -> list[tuple[str, str]]:
    return [
        (
            f"{problem.path}:{problem.line}" if problem.line else problem.path,
            f"{problem.severity}: {problem.message}",
        )
        for problem in report.diagnostics
        if problem.path != "."  # of the whole tree: the footer says it to everyone
    ]


def _waits(report: AuditReport) -> list[tuple[str, str]]:
    """The calls that hold on for the longest; a fallback has to wait for them."""
    known = [(call.failover_seconds, call) for call in report.calls if not call.in_tests]
    found = [(seconds, call) for seconds, call in known if seconds is not None]
    found.sort(key=lambda pair: (-pair[0], pair[1].path, pair[1].line))
    return [(place(call.path, call.line, call.cell), duration(seconds)) for seconds, call in found][
        :WAITS
    ]


def _stages(report: AuditReport) -> list[tuple[str, str]]:
    stages = sorted(report.timings.items(), key=lambda stage: -stage[1])
    return [(stage, f"{seconds:.2f} s") for stage, seconds in stages if stage != "total"][:5]
