"""What could be done about the findings, for machines; docs/fix.md describes every key."""

from __future__ import annotations

from typing import Any

from auditor.graph.text import json_text
from auditor.model.finding import Finding
from auditor.model.remedy import Mended, Patch
from auditor.model.report import AuditReport
from auditor.report.fixes import diff
from auditor.report.json_report import head
from auditor.report.playbooks import chosen


def render(report: AuditReport, mended: Mended) -> str:
    """The patches, what is held back, and the findings without one."""
    document = {
        **head(report),
        "revision": report.revision,
        "patches": [_patch(patch) for patch in mended.patches],
        "held": [_patch(patch) for patch in mended.held],
        "refused": [
            {**_of(one.finding), "reason": one.reason, "paste": one.paste}
            for one in mended.refusals
        ],
        "playbooks": [
            {"check": one.check, "title": one.title, "steps": list(one.steps)}
            for one in chosen(report.playbooks, {r.finding.fingerprint for r in mended.refusals})
        ],
        "files": sorted(mended.after),
        "diff": diff(mended),
    }
    return json_text(document)


def _patch(patch: Patch) -> dict[str, Any]:
    return {
        **_of(patch.finding),
        "kind": patch.kind,
        "safe": patch.is_safe,
        "says": patch.says,
        "notes": list(patch.notes),
        "files": sorted({edit.path for edit in patch.edits}),
    }


def _of(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "fingerprint": finding.fingerprint,
        "path": finding.path,
        "line": finding.line,
        "cell": finding.cell,
    }
