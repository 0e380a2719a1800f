"""The screen of a fleet: what each loss does to all of it, and which repositories stand worst."""

from __future__ import annotations

from rich.text import Text

from auditor.graph.text import plain
from auditor.model.fleet import Blast, FleetReport, Member
from auditor.report import View
from auditor.report.fleet import NOTE_ON_CREDENTIALS, losses, shares, states, verdict, worst
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, more, table, wrap
from auditor.report.terminal.write import write
from auditor.report.words import count, listed

SHOWN, NAMED = 20, 4
"""Rows of a table unless the reader asks for all, and names of one cell."""

_LOSSES = (
    Column("If it is down", least=14),
    Column("Kind", least=8),
    Column("Stop", least=4, right=True),
    Column("Degrade", least=7, right=True),
    Column("Unknown", least=7, right=True),
    Column("Share", least=5, right=True),
    Column("In", Long.WRAP_LIST, least=16),
)
_MEMBERS = (
    Column("Repository", least=14),
    Column("Calls", least=5, right=True),
    Column("Workflows", least=9, right=True),
    Column("Survive any vendor", least=7, right=True),
    Column("Worst", least=8),
    Column("Stop", least=4, right=True),
)
_SHARED = (Column("Shared", least=12), Column(least=10), Column("By", Long.WRAP_LIST, least=16))
_FAILED = (Column("Not audited", least=14), Column("Because", Long.WRAP, least=20))


def render(fleet: FleetReport, view: View) -> str:
    """The verdict, the losses, the repositories, what they share, and what could not be read."""
    lines = [Text(line, style="bold") for line in wrap(plain(verdict(fleet)), view.width)]
    lines += [Text(MARGIN + text) for _, text in shares(fleet)]
    lines += _block([_loss(blast) for blast in losses(fleet)], _LOSSES, view)
    audited = [member for member in fleet.members if member.state != "failed"]
    lines += _block([_member(member) for member in audited], _MEMBERS, view)
    shared = [
        [Cell(one.name), Cell(one.kind), Cell(", ".join(one.repositories))] for one in fleet.shared
    ]
    lines += _block(shared, _SHARED, view)
    if any(one.kind == "credential" for one in fleet.shared):
        lines += [Text(f"{MARGIN}credentials {NOTE_ON_CREDENTIALS}", style="dim")]
    failed = [
        [Cell(member.repository.name, "red"), Cell(member.why)]
        for member in fleet.members
        if member.state == "failed"
    ]
    lines += _block(failed, _FAILED, view)
    lines += [Text(), Text(MARGIN + states(fleet))]
    return write(lines, view)


def _block(rows: list[list[Cell]], columns: tuple[Column, ...], view: View) -> list[Text]:
    if not rows:
        return []
    shown = rows if view.verbose else rows[:SHOWN]
    return [Text(), *table(columns, shown, view.width, rule=True), *more(rows, shown)]


def _loss(blast: Blast) -> list[Cell]:
    toll = blast.toll
    where = listed(blast.stopped, NAMED)
    if blast.beyond:
        where += f"; {count(len(blast.beyond), 'other')} depend on these"
    return [
        Cell(blast.name),
        Cell(blast.kind, "dim"),
        Cell(_some(toll.stops), "red"),
        Cell(_some(toll.degrades)),
        Cell(_some(toll.unknown)),
        Cell(f"{blast.share:.0%}"),
        Cell(where),
    ]


def _member(member: Member) -> list[Cell]:
    vendor, toll = worst(member)
    surviving = member.surviving.get("vendor")
    return [
        Cell(member.repository.name),
        Cell(str(member.calls)),
        Cell(str(member.workflows)),
        Cell(str(surviving.workflows if surviving else 0)),
        Cell(member.names.get(vendor, vendor)),
        Cell(_some(toll.stops), "red"),
    ]


def _some(number: int) -> str:
    return str(number) if number else "·"
