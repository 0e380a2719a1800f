"""SARIF 2.1.0 with what GitHub's code scanning reads of it.

Columns are left out: the report counts bytes, SARIF counts characters, and without the source text
one cannot be turned into the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any

from auditor.graph.text import json_text, plain
from auditor.model.finding import Confidence, Finding, Suppression
from auditor.model.program import Evidence
from auditor.model.report import AuditReport
from auditor.model.source import Diagnostic
from auditor.report import View
from auditor.report.findings import in_order
from auditor.report.links import uri
from auditor.report.sarif_rules import LEVELS, rules_of

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
RESULTS = 25_000
"""An upload with more results is refused."""
LOCATIONS = 100
"""Related places that are shown for one result."""
STEPS = 1_000
"""Steps of one flow that are shown."""
NOTES = 100

_PLACEHOLDER = re.compile(r"\{(\d+)\}")
_RANKS = {Confidence.HIGH: 90.0, Confidence.MEDIUM: 50.0, Confidence.LOW: 10.0}
_NOTE_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: AuditReport, view: View) -> str:  # noqa: ARG001 - every format takes a view
    """One run; suppressed findings are in it, with their suppressions."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(report)]}
    return json_text(log)


def _run(report: AuditReport) -> dict[str, Any]:
    findings = in_order(report)
    rules = rules_of(findings, {plain(page.id): page for page in report.checks})
    places = {rule["id"]: place for place, rule in enumerate(rules)}
    seen: Counter[str] = Counter()
    results = []
    for finding in findings[:RESULTS]:
        seen[finding.fingerprint] += 1
        result = _result(report, finding, seen[finding.fingerprint])
        results.append({**result, "ruleIndex": places[result["ruleId"]]})
    return {
        "tool": {
            "driver": {
                "name": plain(report.tool.name),
                "version": plain(report.tool.version),
                "rules": rules,
                "properties": {"rulesDigest": plain(report.tool.rules_digest)},
            }
        },
        # Runs of one category replace each other, so each scanned folder has its own.
        "automationDetails": {"id": f"auditor/{uri(report, '')}"},
        "originalUriBaseIds": {"%SRCROOT%": {"description": _text("The top of the repository.")}},
        "invocations": [_invocation(report, len(findings) - len(results))],
        "results": results,
    }


def _invocation(report: AuditReport, left_out: int) -> dict[str, Any]:
    notes = [_note(report, problem) for problem in report.diagnostics[:NOTES]]
    if left_out:
        message = f"{left_out} more findings are left out: a file may hold {RESULTS} results."
        notes.append({"level": "warning", "message": _text(message)})
    return {"executionSuccessful": True, "toolExecutionNotifications": notes}


def _note(report: AuditReport, problem: Diagnostic) -> dict[str, Any]:
    note: dict[str, Any] = {
        "descriptor": {"id": plain(problem.code) or "note"},
        "level": _NOTE_LEVELS[problem.severity.value],
        "message": _text(problem.message),
    }
    if problem.path != ".":
        note["locations"] = [{"physicalLocation": _place(report, problem.path, problem.line)}]
    return note


def _result(report: AuditReport, finding: Finding, number: int) -> dict[str, Any]:
    """``number`` counts the results that have this fingerprint."""
    fix = f"\nNext: {plain(finding.fix)}" if finding.fix else ""
    result: dict[str, Any] = {
        "ruleId": plain(finding.check) or "finding",
        "level": LEVELS[finding.severity],
        "rank": _RANKS[finding.confidence],
        "message": _text(finding.message, fix),
        "locations": [
            {"physicalLocation": _place(report, finding.path, finding.line, finding.end_line)}
        ],
        "relatedLocations": _starts(report, finding),
        "partialFingerprints": {
            "primaryLocationLineHash": f"{plain(finding.fingerprint)}:{number}",
            "auditor/v1": plain(finding.fingerprint),
        },
        "properties": {
            "severity": finding.severity.value,
            "confidence": finding.confidence.value,
            "domains": [plain(domain) for domain in finding.domains],
        },
    }
    if finding.evidence:
        result["codeFlows"] = [_flow(report, finding.evidence)]
    if finding.suppressions:
        decisions = [_suppression(report, one) for one in finding.suppressions]
        result["suppressions"] = [
            one for place, one in enumerate(decisions) if one not in decisions[:place]
        ]
    return result


def _flow(report: AuditReport, evidence: Iterable[Evidence]) -> dict[str, Any]:
    steps = [{"location": _location(report, step.path, step.line, step.says)} for step in evidence]
    return {"threadFlows": [{"locations": steps[:STEPS]}]}


def _starts(report: AuditReport, finding: Finding) -> list[dict[str, Any]]:
    """Where the workflows start that are concerned."""
    flows = [flow for flow in report.workflows if flow.id in finding.workflows]
    return [
        {"id": number, **_location(report, flow.entry.path, flow.entry.line, flow.name)}
        for number, flow in enumerate(flows[:LOCATIONS])
    ]


def _suppression(report: AuditReport, suppression: Suppression) -> dict[str, Any]:
    until = f" (until {suppression.until})" if suppression.until else ""
    found: dict[str, Any] = {
        "kind": "inSource" if suppression.kind == "inline" else "external",
        "status": "accepted",
        "justification": plain(suppression.reason + until),
    }
    if suppression.path:
        place = _place(report, suppression.path, suppression.line)
        found["location"] = {"physicalLocation": place}
    return found


def _location(report: AuditReport, path: str, line: int, says: str) -> dict[str, Any]:
    return {"physicalLocation": _place(report, path, line), "message": _text(says)}


def _place(report: AuditReport, path: str, line: int, end: int = 0) -> dict[str, Any]:
    """A place in a file; results need a line, so a whole file is its first."""
    region = {"startLine": max(line, 1), "endLine": max(line, end, 1)}
    artifact = {"uri": uri(report, path), "uriBaseId": "%SRCROOT%"}
    return {"artifactLocation": artifact, "region": region}


def _text(words: str, more: str = "") -> dict[str, str]:
    """A message that shows as it is: nothing in it is read as a link or a placeholder.

    The standard wants every brace doubled. Viewers that do not know this would show each route
    with doubled braces, so only those are doubled that look like a placeholder.
    """
    text = (plain(words) + more).replace("](", "] (")
    return {"text": _PLACEHOLDER.sub(r"{{\1}}", text) or "-"}
