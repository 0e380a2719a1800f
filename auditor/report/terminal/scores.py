"""What survives the loss of any one vendor, platform or gateway, and how much hangs on few."""

from __future__ import annotations

from rich.text import Text

from auditor.graph.text import place, plain
from auditor.model.report import AuditReport
from auditor.model.score import Survival
from auditor.report import View
from auditor.report.terminal.table import MARGIN, Cell, Column, Long, table, wrap
from auditor.report.words import domain, is_judged

_COLUMNS = (
    Column("If any one is lost", least=8),
    Column("Survive", least=7, right=True),
    Column(right=True, least=4),
    Column("Degrade", least=7, right=True),
    Column("Stop", least=4, right=True),
    Column("Unknown", least=7, right=True),
    Column("Worst", Long.WRAP, least=8),
)


def scores(report: AuditReport, view: View) -> list[Text]:
    """Three rows and the concentration; nothing where no workflow was judged."""
    found = report.scores
    if not found.survival or not is_judged(report.workflows):
        return []
    lines = table(_COLUMNS, [_row(one, report) for one in found.survival], view.width)
    concentration = found.concentration
    if concentration.hhi is not None:
        shares = sorted(concentration.shares.items(), key=lambda one: (-one[1], one[0]))
        spread = ", ".join(f"{plain(vendor)} {share:.0%}" for vendor, share in shares[:5])
        more = f" and {len(shares) - 5} more" if len(shares) > 5 else ""
        text = f"Concentration {concentration.hhi:.2f} (1 is a single vendor); first asked:"
        lines += [Text(MARGIN + one) for one in wrap(f"{text} {spread}{more}", view.width - 1)]
    return [*lines, *_bonds(report, view)]


def _bonds(report: AuditReport, view: View) -> list[Text]:
    """What would have to be built anew with another vendor; nothing where nothing would."""
    places: dict[str, list[str]] = {}
    for bond in report.scores.portability.bonds:
        places.setdefault(plain(bond.name), []).append(place(bond.path, bond.line))
    if not places:
        return []
    parts = [
        f"{name} ({found[0]}{f' and {len(found) - 1} more' if len(found) > 1 else ''})"
        for name, found in places.items()
    ]
    text = f"Portable: {plain(report.scores.portability.says)}; bound by {', '.join(parts)}"
    return [Text(MARGIN + one) for one in wrap(text, view.width - 1)]


def _row(survival: Survival, report: AuditReport) -> list[Cell]:
    number = len(report.workflows)
    stops = len(survival.stops)
    return [
        Cell(survival.kind),
        Cell(f"{len(survival.survives)} of {number}"),
        Cell(f"{survival.share:.0%}" if survival.share is not None else ""),
        Cell(str(len(survival.degrades)) if survival.degrades else "·"),
        Cell(str(stops) if stops else "·", "red" if stops else ""),
        Cell(str(len(survival.unknown)) if survival.unknown else "·"),
        Cell(_worst(survival.kind, report)),
    ]


def _worst(kind: str, report: AuditReport) -> str:
    """The thing whose loss stops most; the exposures come sorted."""
    of_kind = [one for one in report.scores.exposure if one.kind == kind and one.stops]
    if not of_kind:
        return ""
    worst = of_kind[0]
    name = domain(worst.domain).removeprefix(f"{kind} ")
    return f"{name}: {len(worst.stops)} of {len(report.workflows)} stop"
