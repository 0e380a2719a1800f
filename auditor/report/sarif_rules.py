"""The checks as rules of a SARIF run: what a reader is told beside each of their results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from auditor.graph.text import plain
from auditor.model.check_doc import CheckDoc
from auditor.model.finding import Confidence, Finding, Severity

LEVELS = {
    Severity.CRITICAL: "error",
    Severity.HIGH: "error",
    Severity.MEDIUM: "warning",
    Severity.LOW: "note",
    Severity.INFO: "note",
}
_PROBLEMS = {"error": "error", "warning": "warning", "note": "recommendation"}
_TAGS = ("ai", "resilience")


def rules_of(findings: Sequence[Finding], pages: Mapping[str, CheckDoc]) -> list[dict[str, Any]]:
    """Every check that has a page or a finding, by name; ``findings`` are the worst first."""
    found: dict[str, list[Finding]] = {name: [] for name in pages}
    for finding in findings:
        found.setdefault(plain(finding.check) or "finding", []).append(finding)
    return [_rule(name, found[name], pages.get(name)) for name in sorted(found)]


def _rule(name: str, findings: Sequence[Finding], page: CheckDoc | None) -> dict[str, Any]:
    severity = page.severity if page else findings[0].severity
    fix = plain(findings[0].fix) if findings else ""
    title, says = (plain(page.title), plain(page.says)) if page else (name, name)
    return {
        "id": name,
        "name": "".join(word.capitalize() for word in name.split("-")),
        "shortDescription": {"text": title or name},
        "fullDescription": {"text": says or name},
        "help": _help(page) if page else {"text": fix or name},
        "defaultConfiguration": {"level": LEVELS[severity]},
        "properties": {
            "tags": [*_TAGS, *([page.kind] if page else [])],
            "problem.severity": _PROBLEMS[LEVELS[severity]],
            **_precision(findings),
        },
    }


def _help(page: CheckDoc) -> dict[str, str]:
    text = f"{plain(page.says)}\n\nNext: {plain(page.fix)}"
    return {"text": text, "markdown": f"{page.says}\n\n{page.text}"}


def _precision(findings: Sequence[Finding]) -> dict[str, str]:
    """As sure as the least sure of its results."""
    order = list(Confidence)
    found = [finding.confidence for finding in findings]
    return {"precision": max(found, key=order.index).value} if found else {}
