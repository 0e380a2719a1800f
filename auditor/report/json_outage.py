"""What a loss does, for machines; docs/report.md describes every key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from auditor.graph.text import json_text
from auditor.model.loss import Effect, Loss
from auditor.model.outage import Incident
from auditor.model.report import AuditReport, WorkflowReport
from auditor.report.json_report import evidence, head


def render(
    report: AuditReport, loss: Loss, effects: Sequence[Effect], incident: Incident | None
) -> str:
    """The loss and its effect on every workflow of the report, in their order."""
    seconds = {call.id: call.failover_seconds for call in report.calls}
    document = {
        **head(report),
        "revision": report.revision,
        "loss": {
            "title": loss.title,
            "domains": list(loss.domains),
            "uncertain": list(loss.uncertain),
            "errors": list(loss.errors),
            "errors_assumed": loss.assumed,
            "minutes": loss.minutes,
            "for_good": loss.for_good,
            "incident": incident_document(incident) if incident else None,
        },
        "workflows": [
            _effect(workflow, effect, loss, seconds)
            for workflow, effect in zip(report.workflows, effects, strict=True)
        ],
    }
    return json_text(document)


def incident_document(incident: Incident) -> dict[str, Any]:
    """An incident as the rules know it."""
    return {
        "id": incident.id,
        "title": incident.title,
        "kind": incident.kind,
        "start": incident.start,
        "minutes": incident.minutes,
        "confidence": incident.confidence,
        "vendors": list(incident.vendors),
        "platforms": list(incident.platforms),
        "gateways": list(incident.gateways),
        "domains": list(incident.domains),
        "surfaces": list(incident.surfaces),
        "uncertain": list(incident.uncertain),
        "errors": list(incident.errors),
        "not_affected": incident.not_affected,
        "sources": list(incident.sources),
    }


def _effect(
    workflow: WorkflowReport, effect: Effect, loss: Loss, seconds: dict[str, float | None]
) -> dict[str, Any]:
    waits = [wait for call in effect.failed if (wait := seconds.get(call)) is not None]
    return {
        "id": workflow.id,
        "name": workflow.name,
        "kind": workflow.kind,
        "criticality": workflow.criticality,
        "owner": workflow.owner,
        "outcome": effect.outcome,
        "worst": effect.worst,
        "minutes": loss.minutes if effect.is_noticed else 0,
        "failover_seconds": max(waits, default=None) if effect.stand_ins else None,
        "error": effect.error,
        "failed": list(effect.failed),
        "later": list(effect.later),
        "stand_ins": [
            {
                "call": stand_in.call,
                "path": stand_in.path,
                "line": stand_in.line,
                "vendor": stand_in.vendor,
                "platform": stand_in.platform,
                "model": stand_in.model,
                "conditions": list(stand_in.conditions),
            }
            for stand_in in effect.stand_ins
        ],
        "why": effect.why,
        "evidence": evidence(effect.evidence),
    }
