"""The table of vendors: how much hangs on each."""

from __future__ import annotations

from collections import Counter

from rich.text import Text

from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.terminal.table import Cell, Column, Long, table
from auditor.report.words import count, is_judged, listed

NAMED = 5
"""How many workflows are named beside a vendor."""

_COLUMNS = (
    Column("Vendor", least=10),
    Column("Calls", least=5, right=True),
)
_USED = (Column("Used by", least=8), Column(right=True, least=1))
_STOPPED = (
    Column(right=True, least=1),
    Column("Workflows that stop without it", Long.WRAP_LIST, least=12),
)


def vendors(report: AuditReport, view: View) -> list[Text]:
    """One row for each vendor that any call may ask, the most used first."""
    calls = Counter(vendor for call in report.calls if not call.in_tests for vendor in call.vendors)
    users = Counter(vendor for workflow in report.workflows for vendor in workflow.vendors)
    found = sorted({*calls, *users}, key=lambda vendor: (-users[vendor], -calls[vendor], vendor))
    if not found:
        return []
    used, judged = bool(report.workflows), is_judged(report.workflows)
    rows = [
        [
            Cell(vendor),
            Cell(str(calls[vendor])),
            *(_used(users[vendor], len(report.workflows), view) if used else ()),
            *(_stopped(vendor, report, view) if judged else ()),
        ]
        for vendor in found
    ]
    columns = (*_COLUMNS, *(_USED if used else ()), *(_STOPPED if judged else ()))
    return table(columns, rows, view.width)


def _used(users: int, workflows: int, view: View) -> list[Cell]:
    bar = 20 if view.width >= 80 else 8
    return [Cell(_bar(users, workflows, bar)), Cell(f"{users} of {workflows}")]


def _stopped(vendor: str, report: AuditReport, view: View) -> list[Cell]:
    stopped = [flow.name for flow in report.workflows if flow.on_loss.get(vendor) == "stops"]
    unknown = sum(flow.on_loss.get(vendor) == "unknown" for flow in report.workflows)
    says = [_some(stopped, view)] if stopped else []
    says += [f"not known of {count(unknown, 'workflow')}"] if unknown else []
    return [Cell(str(len(stopped)), "red" if stopped else ""), Cell("; ".join(says))]


def _some(names: list[str], view: View) -> str:
    """The names in order of the alphabet, not too many unless all are asked for."""
    return listed(sorted(names), len(names) if view.verbose else NAMED)


def _bar(part: int, whole: int, width: int) -> str:
    """Empty and full mean none and all, never nearly."""
    filled = min(max(round(width * part / whole), 1), width - (part < whole)) if part else 0
    return "█" * filled + "░" * (width - filled)
