"""Marks findings with the decisions that were made about them, and checks those decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from auditor.checks.run import named
from auditor.model.catalog import CheckDoc
from auditor.model.facts import FileFacts
from auditor.model.finding import Finding, Suppression
from auditor.settings import Settings
from auditor.suppress.baseline import Known
from auditor.suppress.ignore import Ignore
from auditor.suppress.upkeep import (
    EXPIRED,
    UNEXPLAINED,
    UNUSED,
    find_expired,
    find_unexplained,
    find_unused,
)

#: The checks that are run here, since they need what the others found.
CHECKS = (UNUSED, EXPIRED, UNEXPLAINED)


def ends_of_ignores(files: Iterable[tuple[FileFacts, bool]], settings: Settings) -> frozenset[date]:
    """The last days of all ignores with an end, in comments and in the settings."""
    written = (directive.until for file, _ in files for directive in file.directives)
    inline = {date.fromisoformat(until) for until in written if until}
    return frozenset(inline | {ignore.until for ignore in settings.ignores if ignore.until})


def apply_ignores(
    findings: Sequence[Finding], ignores: Sequence[Ignore], today: date | None
) -> list[Finding]:
    """The findings, those that are ignored marked with every ignore that means them."""
    good = [ignore for ignore in ignores if not ignore.has_expired(today)]
    return [
        finding.marked(*(ignore.suppression() for ignore in good if ignore.means(finding)))
        for finding in findings
    ]


def check_ignores(
    findings: Sequence[Finding],
    ignores: Sequence[Ignore],
    docs: Mapping[str, CheckDoc],
    active: Iterable[str],
    today: date | None,
) -> list[Finding]:
    """Findings about the ignores; ``active`` are the checks that were run."""
    ran = set(active)
    good = [ignore for ignore in ignores if not ignore.has_expired(today)]
    drafts = {
        UNUSED: find_unused(good, findings, ran, sorted(docs)),
        EXPIRED: find_expired(ignores, today),
        UNEXPLAINED: find_unexplained(ignores),
    }
    return [
        finding
        for check, found in drafts.items()
        if check in ran
        for finding in named(docs[check], found)
    ]


def apply_baseline(findings: Sequence[Finding], known: Iterable[Known], path: str) -> list[Finding]:
    """The findings, those that the baseline at ``path`` knows marked as such."""
    left = Counter(one.key for one in known)
    mark = Suppression("baseline", "known since the baseline was written", None, path, 0)
    marked = []
    for finding in findings:
        marked.append(finding.marked(mark) if left[finding.key] else finding)
        left[finding.key] -= 1
    return marked
