"""Findings as the page tells them: by check, so that what is true of all of them stands once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.model.finding import Finding
from auditor.model.report import AuditReport, CallReport

MANY = 3
"""So many workflows are listed once; findings further down refer to the list."""


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of one check. ``fix`` is empty where they do not share it.

    Those that say the same of several places are told together, so each telling has one or more.
    """

    check: str
    title: str
    says: str
    fix: str
    tellings: tuple[tuple[Finding, ...], ...]


def groups(report: AuditReport) -> list[Group]:
    """What counts, the check with the gravest finding first."""
    pages = {page.id: page for page in report.checks}
    found: dict[str, list[Finding]] = {}
    for finding in sorted(active(report), key=_rank):
        found.setdefault(finding.check, []).append(finding)
    return [
        Group(
            check=check,
            title=pages[check].title if check in pages else check,
            says=pages[check].says if check in pages else "",
            fix=findings[0].fix if len({finding.fix for finding in findings}) == 1 else "",
            tellings=_told_together(findings),
        )
        for check, findings in found.items()
    ]


def _told_together(findings: Sequence[Finding]) -> tuple[tuple[Finding, ...], ...]:
    told: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        same = (finding.severity, finding.message, finding.fix, finding.workflows)
        told.setdefault(same, []).append(finding)
    return tuple(tuple(run) for run in told.values())


def told_before(groups: Iterable[Group]) -> dict[str, Finding]:
    """By fingerprint: the finding further up that concerns the same workflows, if these are many.

    Their names are long, and what reaches one call mostly reaches the next.
    """
    first: dict[tuple[str, ...], Finding] = {}
    tellings = (told[0] for group in groups for told in group.tellings)
    return {
        finding.fingerprint: first[finding.workflows]
        for finding in tellings
        if len(finding.workflows) >= MANY
        and first.setdefault(finding.workflows, finding) is not finding
    }


def own_steps(finding: Finding, calls: Mapping[str, CallReport]) -> int:
    """How many steps of its proof come before those that are its call's, word for word."""
    call = calls.get(finding.calls[0]) if finding.calls else None
    if not call or len(call.evidence) < 2:
        return len(finding.evidence)
    before = len(finding.evidence) - len(call.evidence)
    same = before >= 0 and finding.evidence[before:] == call.evidence
    return before if same else len(finding.evidence)


def active(report: AuditReport) -> list[Finding]:
    """The findings that nobody has decided to live with."""
    return [finding for finding in report.findings if not finding.suppressions]


def _rank(finding: Finding) -> tuple[object, ...]:
    return (finding.severity.rank, finding.path, finding.line, finding.check)
