"""An audit, or the report of an earlier one where that still holds."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from auditor.discover import read_tree
from auditor.model.means import ALONE, Means, Progress
from auditor.model.report import AuditReport
from auditor.recall.report import KeptReport
from auditor.settings import Settings


def audit_or_recall(
    paths: Sequence[Path],
    settings: Settings,
    progress: Progress | None = None,
    means: Means = ALONE,
    *,
    replay: bool = False,
) -> AuditReport:
    """As ``audit``. The tree is read in any case: what was kept holds only for the same tree."""
    start = time.perf_counter()
    sources = read_tree(paths, settings)
    seconds = {"discover": time.perf_counter() - start}
    kept = KeptReport(means.memory, sources, settings, replay=replay)
    known = kept.recall()
    seconds["recall"] = time.perf_counter() - start - seconds["discover"]
    if known is not None:
        return replace(known, timings=seconds)

    from auditor.audit import audit_sources  # takes a while, and is not needed to remember

    report, ends = audit_sources(sources, settings, progress, means, replay=replay)
    kept.remember(report, ends)
    spent = {
        stage: report.timings.get(stage, 0.0) + seconds.get(stage, 0.0)
        for stage in (*seconds, *report.timings)
    }
    return replace(report, timings=spent)
