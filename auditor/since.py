"""A scan that is judged against an earlier commit: what was there before does not count again."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from auditor.compare import compare
from auditor.discover import root_of
from auditor.discover.earlier import earlier_tree
from auditor.findings.gate import REFUSED, judge_gate
from auditor.model.change import Change
from auditor.model.finding import Suppression
from auditor.model.means import ALONE, Means, Progress
from auditor.model.report import AuditReport
from auditor.recall.run import audit_or_recall
from auditor.settings import Settings, find_git_top


def audit_since(
    paths: Sequence[Path],
    settings: Settings,
    ref: str,
    progress: Progress | None = None,
    means: Means = ALONE,
    *,
    replay: bool = False,
) -> tuple[AuditReport, Change]:
    """The report of today with what was there at ``ref`` marked, and what has changed.

    The settings of today hold for both: a change of the policy is no change of the code.
    """
    root = root_of(paths)
    top = find_git_top(root) or root
    with earlier_tree(root, ref) as folder:
        there = [folder / os.path.relpath(path.resolve(), top) for path in paths]
        old = _moved(settings, top, folder).without_baseline()
        base = folder / os.path.relpath(root, top)
        base.mkdir(parents=True, exist_ok=True)
        found = [path for path in there if path.exists()] or [base]
        before = audit_or_recall(found, old, progress, means)
    after = audit_or_recall(paths, settings, progress, means, replay=replay)
    change = compare(before, after)
    return _marked(after, change, settings, ref), change


def _moved(settings: Settings, top: Path, folder: Path) -> Settings:
    """The settings with their places in the earlier tree."""

    def there(place: str) -> str:
        return str(folder / os.path.relpath(place, top)) if place else ""

    return replace(settings, exclude_base=there(settings.exclude_base), file=there(settings.file))


def _marked(report: AuditReport, change: Change, settings: Settings, ref: str) -> AuditReport:
    """The report with its old findings marked, and the gate judged again.

    An old finding counts again where a workflow that it names has got worse: then the change
    that did it may lie anywhere.
    """
    new = {id(finding) for finding in change.appeared}
    worse = {turn.workflow for turn in change.worse if turn.after in ("stops", "unknown")}
    ids = {flow.id for flow in report.workflows if flow.name in worse}
    mark = Suppression("since", f"there at {ref} already", None, "", 0)
    findings = tuple(
        finding if id(finding) in new or ids & set(finding.workflows) else finding.marked(mark)
        for finding in report.findings
    )
    gate = report.gate
    if gate is not None and gate.outcome != REFUSED:
        judged = judge_gate(findings, settings, ())
        gate = replace(judged, hidden=gate.hidden, says=f"{judged.says}, since {ref}")
    return replace(report, findings=findings, gate=gate)
