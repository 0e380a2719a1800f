"""The repair plan of a report, as several formats tell it."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model.repair import Repair
from auditor.report.words import count


def exposed(plan: Sequence[Repair]) -> int:
    """How many workflows have a single point of failure before the first step."""
    return _saved(plan) + len(plan[-1].remaining)


def reach(plan: Sequence[Repair], done: Sequence[Repair], step: str) -> str:
    """How far the steps lead that are done: ``2 edits cover 3 of 4 exposed workflows``."""
    verb = "covers" if len(done) == 1 else "cover"
    number = count(exposed(plan), "exposed workflow")
    return f"{count(len(done), step)} {verb} {_saved(done)} of {number}"


def _saved(steps: Sequence[Repair]) -> int:
    return sum(len(step.workflows) for step in steps)
