"""Outages that happened, in words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from auditor.model.catalog import Incident
from auditor.model.loss import ERROR_WORDS, Loss
from auditor.report import View
from auditor.report.terminal.table import Cell, Column, Long, table
from auditor.report.terminal.write import write

_COLUMNS = (
    Column("Incident", least=33),
    Column("Started", least=16),
    Column("Minutes", least=7, right=True),
    Column("What happened", Long.WRAP, least=20),
)


def listing(incidents: Iterable[Incident], view: View) -> str:
    """One row for each incident."""
    rows = [
        [
            Cell(incident.id),
            Cell(_when(incident), "dim"),
            Cell(_length(incident)),
            Cell(incident.title),
        ]
        for incident in incidents
    ]
    return write(table(_COLUMNS, rows, view.width, rule=True), view)


def heading(
    incident: Incident, loss: Loss, title: Callable[[str], str], view: View
) -> Iterator[str]:
    """What happened, how long and how it looked; ``title`` names a fault domain."""
    yield incident.title
    long = f"{loss.minutes} minutes" if loss.minutes is not None else "no end known"
    long = "for good" if loss.for_good else long
    seen = " or ".join(ERROR_WORDS[word] for word in loss.errors)
    yield f"{_when(incident)} · {long} · confidence {incident.confidence}"
    yield f"lost: {', '.join(map(title, loss.domains)) or 'nothing for certain'}"
    if loss.uncertain:
        yield f"perhaps lost, or in part: {', '.join(map(title, loss.uncertain))}"
    yield f"seen as {seen}" + (" (assumed: nobody says)" if loss.assumed else "")
    if incident.surfaces:
        yield f"also down: {', '.join(incident.surfaces)}"
    if incident.not_affected:
        yield f"not affected: {incident.not_affected}"
    if view.verbose:
        yield from (f"source: {source}" for source in incident.sources)


def _when(incident: Incident) -> str:
    return incident.start.replace("T", " ").replace("Z", " UTC")


def _length(incident: Incident) -> str:
    if incident.kind == "withdrawal":
        return "for good"
    return str(incident.minutes) if incident.minutes is not None else "?"
