"""Does the prefilter lose anything? Audits trees with it and without, and compares the reports.

    python benchmarks/prefilter.py TREE...

Prints for each tree how many of its files were parsed, how long both audits took, and what differs.
Exit code 1 if anything does. tests/test_prefilter_proof.py does the same with the samples.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from auditor.audit import audit
from auditor.model.means import Means
from auditor.model.report import AuditReport
from auditor.settings import Settings

PARTS = ("calls", "workflows", "clients", "configs", "findings", "repair_plan", "scores")


def main(trees: list[str]) -> int:
    """Compare them one by one; 1 if anything was lost."""
    lost = False
    for tree in trees:
        quick, quick_seconds = _timed(tree, Means())
        whole, whole_seconds = _timed(tree, Means(choosy=False))
        different = [part for part in PARTS if getattr(quick, part) != getattr(whole, part)]
        lines = f"{quick.coverage.lines_read:,} of {whole.coverage.lines_read:,} lines parsed"
        print(
            f"{tree}: {lines}, {quick_seconds:.1f} s, without the prefilter {whole_seconds:.1f} s"
        )
        for part in different:
            lost = True
            print(f"  {part} differ: {_difference(quick, whole, part)}")
    return 1 if lost else 0


def _timed(tree: str, means: Means) -> tuple[AuditReport, float]:
    start = time.process_time()
    report = audit([Path(tree)], Settings(), means=means)
    return report, time.process_time() - start


def _difference(quick: AuditReport, whole: AuditReport, part: str) -> str:
    if part == "scores":
        return "see the others"
    ours, theirs = map(repr, getattr(quick, part)), map(repr, getattr(whole, part))
    known, all_of_them = set(ours), set(theirs)
    missing = sorted(one[:200] for one in all_of_them - known)
    extra = sorted(one[:200] for one in known - all_of_them)
    return f"{len(missing)} missing {missing[:3]}, {len(extra)} extra {extra[:3]}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
