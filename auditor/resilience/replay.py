"""Every outage that the rules know, happening again to the code at hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from auditor.model.loss import Effect, Loss
from auditor.model.outage import Incident
from auditor.model.program import Program
from auditor.model.report import Replay, WorkflowReport
from auditor.resilience.catching import Caught
from auditor.resilience.hits import Hits
from auditor.resilience.runs import Runs
from auditor.resilience.whatif import Question

UNTOUCHED = "untouched"


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
    known: dict[object, tuple[Effect, ...]] = {}  # many were the same thing to this code
    found: list[Replay] = []
    for incident, loss in happened:
        question = Question(runs, loss, hits)
        if question.lost not in known:
            known[question.lost] = question.effects()
        found.append(_replay(incident, loss, known[question.lost]))
    return tuple(sorted(found, key=lambda one: (one.start, one.id)))


def _replay(incident: Incident, loss: Loss, effects: Iterable[Effect]) -> Replay:
    touched = [effect for effect in effects if effect.outcome != UNTOUCHED]
    failed = {call for effect in touched for call in (*effect.failed, *effect.later)}
    return Replay(
        id=incident.id,
        title=incident.title,
        start=incident.start,
        minutes=incident.minutes,
        domains=loss.domains,
        uncertain=loss.uncertain,
        outcomes={effect.workflow: effect.outcome for effect in touched},
        failed=tuple(sorted(failed)),
    )
