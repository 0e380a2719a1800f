"""Workflow commands that GitHub shows as annotations beside the changed lines."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.graph.text import plain
from auditor.model.finding import Finding, Severity
from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.findings import standing
from auditor.report.links import from_top
from auditor.report.words import count

SHOWN = 10
"""Annotations of one kind that a step may have; what is above that, GitHub drops."""

_COMMANDS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "notice",
    Severity.INFO: "notice",
}


def render(report: AuditReport, view: View) -> str:  # noqa: ARG001 - every format takes a view
    """The worst findings as annotations, a line that counts all of them, and the gate."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: AuditReport) -> Iterator[str]:
    findings = standing(report)
    shown = dict.fromkeys(_COMMANDS.values(), 0)
    for finding in findings:
        command = _COMMANDS[finding.severity]
        shown[command] += 1
        if shown[command] <= SHOWN:
            yield _annotation(report, finding, command)
    left = sum(max(number - SHOWN, 0) for number in shown.values())
    more = f", {left} of them without an annotation" if left else ""
    suppressed = len(report.findings) - len(findings)
    kept = f" ({suppressed} suppressed)" if suppressed else ""
    calls, flows = count(len(report.calls), "LLM call"), count(len(report.workflows), "workflow")
    yield f"auditor: {count(len(findings), 'finding')}{more}{kept}, {calls}, {flows}"
    if report.gate is not None:
        yield f"auditor: {plain(report.gate.says)}"


def _annotation(report: AuditReport, finding: Finding, command: str) -> str:
    place = {"file": from_top(report, finding.path)}
    if finding.line:
        place |= {
            "line": str(finding.line),
            "endLine": str(max(finding.end_line, finding.line)),
        }
    place["title"] = f"{finding.check} ({finding.severity.value})"
    parameters = ",".join(f"{key}={_parameter(value)}" for key, value in place.items())
    lines = [finding.message, *([f"Next: {finding.fix}"] if finding.fix else [])]
    return f"::{command} {parameters}::{'%0A'.join(_message(line) for line in lines)}"


def _message(text: str) -> str:
    """Control characters are gone, so that only the escape sign itself is left to escape."""
    return plain(text).replace("%", "%25")


def _parameter(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
