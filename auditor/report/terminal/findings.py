"""The findings: what is wrong, the line it is wrong in, why, and the next step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rich.cells import cell_len
from rich.text import Text

from auditor.graph.text import place, plain
from auditor.model.finding import Finding
from auditor.model.report import AuditReport, CallReport
from auditor.model.severity import Severity
from auditor.report import View
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, cut_end, more, table, wrap

SHOWN = 20
"""How many findings are shown in full, and how many in one line, unless all are asked for."""
REASONS = 4
"""How many lines of evidence are shown below a finding."""

STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.HIGH: "red",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "cyan",
    Severity.INFO: "dim",
}
_BRIEF = (
    Column(least=6),
    Column(least=11),
    Column(long=Long.CUT_START, least=16),
    Column(long=Long.WRAP, least=20),
)


class _Line(NamedTuple):
    """A line of source on the screen: what stands before the place, the place, and what follows."""

    before: str
    here: str
    after: str


def findings(report: AuditReport, view: View) -> list[Text]:
    """What counts, the worst first; small matters in one line each, information only on demand."""
    counting = [f for f in report.findings if not f.suppressions]
    full = [f for f in counting if f.severity.reaches(Severity.MEDIUM)]
    least = Severity.INFO if view.verbose else Severity.LOW
    small = [f for f in counting if not f.severity.reaches(Severity.MEDIUM)]
    brief = [f for f in small if f.severity.reaches(least)]
    calls = {call.id: call for call in report.calls}
    lines: list[Text] = []
    shown = full if view.verbose else full[:SHOWN]
    for finding in shown:
        lines += [Text()] * bool(lines) + [*_full(finding, calls, view)]
    lines += more(full, shown)
    if brief:
        shown = brief if view.verbose else brief[:SHOWN]
        lines += [Text()] * bool(lines) + _brief(shown, view) + more(brief, shown)
    return lines


def _brief(found: Iterable[Finding], view: View) -> list[Text]:
    rows = [
        [
            Cell(f.severity.value, STYLES[f.severity]),
            Cell(f.check),
            Cell(place(f.path, f.line, f.cell), "dim"),
            Cell(f.message),
        ]
        for f in found
    ]
    return table(_BRIEF, rows, view.width)


def _full(finding: Finding, calls: dict[str, CallReport], view: View) -> Iterator[Text]:
    head = f"{finding.severity.value}  {plain(finding.check)}  "
    lines = wrap(plain(finding.message), max(view.width - len(MARGIN) - len(head), 20))
    text = Text(MARGIN)
    text.append(finding.severity.value, style=STYLES[finding.severity])
    text.append(f"  {plain(finding.check)}  ", style="bold")
    text.append(lines[0])
    yield text
    for line in lines[1:]:
        yield Text(MARGIN + " " * len(head) + line)
    yield _frame("┌", place(finding.path, finding.line, finding.cell), view)
    yield from _source(finding, calls, view)
    yield from _reasons(finding, view)
    yield from _fix(finding, view)


def _frame(corner: str, text: str, view: View, style: str = "") -> Text:
    line = Text(f"{MARGIN}{corner} ", style="dim")
    line.append(cut_end(text, view.width - len(MARGIN) - 2), style=style)
    return line


def _source(finding: Finding, calls: dict[str, CallReport], view: View) -> Iterator[Text]:
    """The first line of the place, and below it a line under what is meant."""
    if not finding.snippet:
        return
    first = finding.snippet[0]
    parts = _parts(first.text, finding.column)
    number = str(first.line)
    yield _frame("│", f"{number} │   {parts.before}{parts.here}{parts.after}", view)
    label = _label(finding, calls)
    under = " " * cell_len(parts.before) + "━" * cell_len(parts.here)
    yield _frame("│", f"{' ' * len(number)} │   {under} {label}".rstrip(), view, "dim")


def _parts(text: str, column: int) -> _Line:
    """The text cut at a byte column and at the bracket that opens the arguments."""
    data = text.encode("utf-8", "replace")
    before, rest = (data[:column], data[column:]) if column < len(data) else (b"", data)
    here, bracket, after = rest.decode("utf-8", "replace").partition("(")
    ahead = before.decode("utf-8", "replace")
    return _Line(_code(ahead.lstrip()), _code(here.strip()), _code(bracket + after))


def _code(text: str) -> str:
    """Source as it stands, so that places in it stay, but harmless on a screen."""
    return "".join(" " if char.isspace() else plain(char) or "?" for char in text)


def _label(finding: Finding, calls: dict[str, CallReport]) -> str:
    """``chat · acme @ acme-api · acme-large`` for a finding about one call."""
    if len(finding.calls) != 1 or finding.calls[0] not in calls:
        return ""
    call = calls[finding.calls[0]]
    whom = ", ".join(call.vendors) or "unknown"
    where = ", ".join((*call.gateways, *call.platforms))
    parts = [call.kind, f"{whom} @ {where}" if where else whom, ", ".join(call.models)]
    return plain(" · ".join(filter(None, parts)))


def _reasons(finding: Finding, view: View) -> Iterator[Text]:
    here = (finding.path, finding.line)
    steps = [step for step in finding.evidence if (step.path, step.line) != here]
    shown = steps if view.verbose else steps[:REASONS]
    if not shown:
        return
    rows = [[Cell(f"{step.path}:{step.line}"), Cell(step.says)] for step in shown]
    columns = (Column(long=Long.CUT_START, least=16), Column(long=Long.WRAP, least=20))
    label = "because"
    for line in table(columns, rows, view.width - len(f"│ {label:8}")):
        yield _with_label(label, line, "│")
        label = ""
    if len(shown) < len(steps):
        yield _frame("│", f"{'':8} {len(steps) - len(shown)} more: -v", view, "dim")


def _fix(finding: Finding, view: View) -> Iterator[Text]:
    says = plain(f"{finding.fix} · auditor explain {finding.check}")
    first, *rest = wrap(says, view.width - len(MARGIN) - 12)
    yield _with_label("fix", Text(MARGIN + first), "└")
    for line in rest:
        yield _with_label("", Text(MARGIN + line), " ")


def _with_label(label: str, line: Text, corner: str) -> Text:
    text = Text(f"{MARGIN}{corner} {label:8}", style="dim")
    text.append_text(line)
    return text
