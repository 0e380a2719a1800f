"""The screen of a loss: what it is, and what it does to each workflow, worst first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich.text import Text

from auditor.graph.text import plain
from auditor.model.loss import Effect, Loss
from auditor.model.report import AuditReport, WorkflowReport
from auditor.report import View
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, more, table, wrap
from auditor.report.terminal.unreached import unreached_calls
from auditor.report.terminal.words import outcome
from auditor.report.terminal.write import write
from auditor.report.words import be, count
from auditor.resilience.score import weight_of

SHOWN = 40
"""Workflows that are shown unless the reader asks for all."""

_COLUMNS = (
    Column(least=21),
    Column("Workflow", least=12),
    Column("Where", Long.CUT_START, least=14),
    Column("Because", Long.WRAP, least=16),
)
_ORDER = ("stops", "unknown", "degrades", "goes on", "falls back", "untouched")
_CELLS = {
    **{word: outcome(word) for word in ("stops", "unknown", "degrades")},
    "goes on": Cell("~ goes on", "yellow"),
    "falls back": Cell("✓ falls back", "green"),
    "untouched": Cell("· not touched", "dim"),
}
_COUNTED = {
    "stops": ("stops", "stop"),
    "unknown": ("unknown", "unknown"),
    "degrades": ("degrades", "degrade"),
    "goes on": ("goes on", "go on"),
    "falls back": ("falls back", "fall back"),
    "untouched": ("not touched", "not touched"),
}
_MAY = {"stops": "? may stop", "degrades": "? may degrade"}

Pair = tuple[WorkflowReport, Effect]


def render(
    report: AuditReport,
    heading: Iterable[str],
    loss: Loss,
    effects: Sequence[Effect],
    view: View,
) -> str:
    """The heading, the count of each outcome, and one row for each workflow."""
    first, *others = heading
    lines = [Text(line, style="bold") for line in wrap(plain(first), view.width)]
    for other in others:
        lines += [Text(MARGIN + line) for line in wrap(plain(other), view.width - 1)]
    pairs = sorted(zip(report.workflows, effects, strict=True), key=_rank)
    lines += [Text(), Text(MARGIN + _counts(pairs)), *_rows(pairs, _long(loss), view)]
    lines += _open_ends(report, view)
    return write(lines, view)


def _rows(pairs: Sequence[Pair], long: str, view: View) -> list[Text]:
    if not pairs:
        return []
    shown = pairs if view.verbose else pairs[:SHOWN]
    lines: list[Text] = [Text()]
    if view.verbose:
        for pair in shown:
            lines += [
                *table(_COLUMNS[:2], [_row(pair, long)[:2]], view.width),
                *_proof(pair[1], view),
            ]
        return lines
    lines += table(_COLUMNS, [_row(pair, long) for pair in shown], view.width)
    return lines + more(pairs, shown)


def _row(pair: Pair, long: str) -> list[Cell]:
    workflow, effect = pair
    first = effect.evidence[0] if effect.evidence else None
    if effect.stand_ins and effect.outcome == "survives":
        first = effect.evidence[-1]
    needs = sorted({need for s in effect.stand_ins for need in s.conditions})
    why = f"{effect.why} (needs {', '.join(needs)})" if needs else effect.why
    return [
        _cell(effect, long),
        Cell(workflow.name),
        Cell(f"{first.path}:{first.line}" if first else "", "dim"),
        Cell(why),
    ]


def _proof(effect: Effect, view: View) -> list[Text]:
    rows = [
        [Cell(""), Cell(f"{step.path}:{step.line}", "dim"), Cell(step.says)]
        for step in effect.evidence
    ]
    if effect.why:
        rows.append([Cell(""), Cell("so", "dim"), Cell(effect.why)])
    columns = (Column(least=2), Column(long=Long.CUT_START, least=14), Column(long=Long.WRAP))
    return table(columns, rows, view.width) if rows else []


def _counts(pairs: Sequence[Pair]) -> str:
    found = Counter(_word(effect) for _, effect in pairs)
    parts = [count(len(pairs), "workflow")]
    parts += [f"{found[word]} {_COUNTED[word][found[word] > 1]}" for word in _ORDER if found[word]]
    return " · ".join(parts)


def _open_ends(report: AuditReport, view: View) -> list[Text]:
    """What no workflow of the list speaks for."""
    number = len(unreached_calls(report))
    if not number:
        return []
    text = f"{count(number, 'call')} {be(number)} in no workflow, and not judged here: auditor scan"
    return [Text(), *(Text(MARGIN + line, style="dim") for line in wrap(text, view.width - 1))]


def _word(effect: Effect) -> str:
    if effect.outcome != "survives":
        return effect.outcome
    return "falls back" if effect.stand_ins else "goes on"


def _cell(effect: Effect, long: str) -> Cell:
    """The outcome, and how long it lasts where somebody notices."""
    cell = _CELLS[_word(effect)]
    text = _MAY.get(effect.worst, cell.text) if effect.outcome == "unknown" else cell.text
    return Cell(f"{text} {long}" if effect.is_noticed and long else text, cell.style)


def _long(loss: Loss) -> str:
    if loss.for_good:
        return "for good"
    return f"{loss.minutes} min" if loss.minutes is not None else ""


def _rank(pair: Pair) -> tuple[int, int, str, str]:
    workflow, effect = pair
    return (
        _ORDER.index(_word(effect)),
        -weight_of(workflow),
        workflow.name,
        workflow.id,
    )
