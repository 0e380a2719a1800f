"""Every outage that the rules know, happening again to the code at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditor.model.loss import Loss
from auditor.model.outage import Incident
from auditor.model.program import Program
from auditor.model.report import Replay, WorkflowReport
from auditor.resilience.catching import Caught
from auditor.resilience.hits import Hits
from auditor.resilience.runs import Runs
from auditor.resilience.whatif import UNTOUCHED, Outline, Question


def replay_all(
    program: Program,
    workflows: Iterable[WorkflowReport],
    happened: Iterable[tuple[Incident, Loss]],
    hits: Hits,
    caught: Caught,
) -> tuple[Replay, ...]:
    """What each incident does to the workflows of a report, the oldest first."""
    wanted = {workflow.id for workflow in workflows}
    entrypoints = tuple(entry for entry in program.entrypoints if entry.id in wanted)
    runs = Runs(replace(program, entrypoints=entrypoints), caught)
    known: dict[object, tuple[Outline, ...]] = {}  # many were the same thing to this code
    found: list[Replay] = []
    for incident, loss in happened:
        question = Question(runs, loss, hits)
        if question.lost not in known:
            known[question.lost] = question.outlines()
        found.append(_replay(incident, loss, known[question.lost]))
    return tuple(sorted(found, key=lambda one: (one.start, one.id)))


def _replay(incident: Incident, loss: Loss, outlines: Iterable[Outline]) -> Replay:
    touched = [one for one in outlines if one.outcome != UNTOUCHED]
    return Replay(
        id=incident.id,
        title=incident.title,
        start=incident.start,
        minutes=incident.minutes,
        domains=loss.domains,
        uncertain=loss.uncertain,
        outcomes={one.workflow: one.outcome for one in touched},
        failed=tuple(sorted(frozenset().union(*(one.failed for one in touched)))),
    )
