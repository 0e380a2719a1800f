"""What ``-v`` adds: all that was not read or not understood, and where the time went."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, table


def details(report: AuditReport, view: View) -> list[Text]:
    """The sections that have something to say, an empty line between them."""
    sections: list[list[Text]] = []
    if view.verbose:
        sections = [
            _section("Not read", _left_out(report), view),
            _section("Not decided", _unresolved(report), view),
            _section("Problems", _problems(report), view),
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


def _stages(report: AuditReport) -> list[tuple[str, str]]:
    stages = sorted(report.timings.items(), key=lambda stage: -stage[1])
    return [(stage, f"{seconds:.2f} s") for stage, seconds in stages if stage != "total"][:5]
