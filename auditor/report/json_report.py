"""The stable contract for machines; docs/report.md describes every key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from auditor.graph.text import json_text
from auditor.model.check_doc import CheckDoc
from auditor.model.finding import Finding
from auditor.model.program import Evidence
from auditor.model.report import (
    AuditReport,
    CallReport,
    Coverage,
    Gate,
    PlatformReport,
    Replay,
    WorkflowReport,
)
from auditor.model.score import Scores
from auditor.report import View

T = TypeVar("T")


def render(report: AuditReport, view: View) -> str:
    """The whole report as JSON, the same bytes for the same report."""
    return json_text(as_document(report, timings=view.timings))


def as_document(report: AuditReport, *, timings: bool = False) -> dict[str, Any]:
    """The report as plain dictionaries and lists, in the order of the contract."""
    document: dict[str, Any] = {
        **head(report),
        "prefix": report.prefix,
        "revision": report.revision,
        "calls": [_call(call) for call in report.calls],
        "clients": [
            {
                "path": client.path,
                "line": client.line,
                "sdk": client.sdk,
                "vendor": client.vendor,
                "platform": client.platform,
            }
            for client in report.clients
        ],
        "configs": [
            {
                "path": config.path,
                "line": config.line,
                "what": config.what,
                "vendor": config.vendor,
                "platform": config.platform,
                "model": config.model,
                "key": config.key,
            }
            for config in report.configs
        ],
        "workflows": [_workflow(workflow) for workflow in report.workflows],
        "findings": [_finding(finding) for finding in report.findings],
        "gate": _gate(report.gate),
        "checks": [_check(check) for check in report.checks],
        "repair_plan": [asdict(one, dict_factory=_with_lists) for one in report.repair_plan],
        "playbooks": [asdict(one, dict_factory=_with_lists) for one in report.playbooks],
        "scores": _scores(report.scores),
        "replays": [_replay(one) for one in report.replays],
        "platforms": [_platform(platform) for platform in report.platforms],
        "names": _sorted(report.names),
        "coverage": _coverage(report.coverage),
        "diagnostics": [
            {
                "path": problem.path,
                "line": problem.line,
                "code": problem.code,
                "message": problem.message,
                "severity": problem.severity.value,
            }
            for problem in report.diagnostics
        ],
    }
    if timings:
        document["timings"] = {
            stage: round(seconds, 3) for stage, seconds in report.timings.items()
        }
    return document


def head(report: AuditReport) -> dict[str, Any]:
    """With what every document begins."""
    return {
        "schema_version": report.schema_version,
        "tool": {
            "name": report.tool.name,
            "version": report.tool.version,
            "rules_digest": report.tool.rules_digest,
        },
        "root": report.root,
    }


def evidence(steps: Iterable[Evidence]) -> list[dict[str, Any]]:
    """The steps in their order."""
    return [{"path": step.path, "line": step.line, "says": step.says} for step in steps]


def _call(call: CallReport) -> dict[str, Any]:
    return {
        "id": call.id,
        "path": call.path,
        "line": call.line,
        "end_line": call.end_line,
        "column": call.column,
        "cell": call.cell,
        "function": call.function,
        "kind": call.kind,
        "via": call.via,
        "sdk": call.sdk,
        "vendors": list(call.vendors),
        "platforms": list(call.platforms),
        "gateways": list(call.gateways),
        "models": list(call.models),
        "dynamic": call.dynamic,
        "verdict": call.verdict,
        "on_loss": _sorted(call.on_loss),
        "leaks": list(call.leaks),
        "conditions": list(call.conditions),
        "failover_seconds": call.failover_seconds,
        "confidence": call.confidence,
        "in_tests": call.in_tests,
        "evidence": evidence(call.evidence),
        "targets": [
            {
                "vendor": target.vendor or None,
                "platform": target.platform or None,
                "gateways": list(target.gateways),
                "model": target.model or None,
                "standby": target.standby,
                "region": target.region or None,
            }
            for target in call.targets
        ],
        "standby": call.standby,
    }


def _workflow(workflow: WorkflowReport) -> dict[str, Any]:
    return {
        "id": workflow.id,
        "name": workflow.name,
        "kind": workflow.kind,
        "criticality": workflow.criticality,
        "owner": workflow.owner,
        "entry": {
            "path": workflow.entry.path,
            "line": workflow.entry.line,
            "function": workflow.entry.function,
        },
        "calls": list(workflow.calls),
        "vendors": list(workflow.vendors),
        "on_loss": _sorted(workflow.on_loss),
        "single_points": list(workflow.single_points),
        "paths": {call: evidence(steps) for call, steps in sorted(workflow.paths.items())},
        "owner_evidence": evidence(workflow.owner_evidence),
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "message": finding.message,
        "path": finding.path,
        "line": finding.line,
        "end_line": finding.end_line,
        "column": finding.column,
        "cell": finding.cell,
        "workflows": list(finding.workflows),
        "calls": list(finding.calls),
        "domains": list(finding.domains),
        "evidence": evidence(finding.evidence),
        "fix": finding.fix,
        "fingerprint": finding.fingerprint,
        "suppressions": [
            {
                "kind": suppression.kind,
                "reason": suppression.reason,
                "until": suppression.until,
                "path": suppression.path,
                "line": suppression.line,
            }
            for suppression in finding.suppressions
        ],
        "snippet": [{"line": line.line, "text": line.text} for line in finding.snippet],
    }


def _gate(gate: Gate | None) -> dict[str, Any] | None:
    if gate is None:
        return None
    return {
        "fail_on": gate.fail_on,
        "outcome": gate.outcome,
        "says": gate.says,
        "hidden": gate.hidden,
    }


def _check(check: CheckDoc) -> dict[str, Any]:
    return {
        "id": check.id,
        "title": check.title,
        "severity": check.severity.value,
        "kind": check.kind,
        "says": check.says,
        "fix": check.fix,
        "text": check.text,
    }


def _replay(replay: Replay) -> dict[str, Any]:
    document = asdict(replay, dict_factory=_with_lists)
    document["outcomes"] = _sorted(replay.outcomes)
    return document


def _scores(scores: Scores) -> dict[str, Any]:
    document = asdict(scores, dict_factory=_with_lists)
    document["weights"] = _sorted(scores.weights)
    document["concentration"]["shares"] = _sorted(scores.concentration.shares)
    return document


def _with_lists(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return {key: list(one) if isinstance(one, tuple) else one for key, one in pairs}


def _platform(platform: PlatformReport) -> dict[str, Any]:
    return {
        "id": platform.id,
        "name": platform.name,
        "role": platform.role,
        "operator": platform.operator,
        "self_hosted": platform.self_hosted,
        "hosts": list(platform.hosts),
        "ports": list(platform.ports),
        "status_page": platform.status_page,
    }


def _coverage(coverage: Coverage) -> dict[str, Any]:
    return {
        "files_read": _sorted(coverage.files_read),
        "lines_read": coverage.lines_read,
        "left_out": [{"path": path.path, "reason": path.reason} for path in coverage.left_out],
        "unresolved": evidence(coverage.unresolved),
        "unreached": list(coverage.unreached),
    }


def _sorted(table: Mapping[str, T]) -> dict[str, T]:
    return dict(sorted(table.items()))
