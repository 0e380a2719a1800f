"""The whole way of the findings, in order; everything it calls does one of the steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path

from auditor.checks.case import Case
from auditor.checks.run import find, in_order
from auditor.findings.gate import is_guilty, judge_gate
from auditor.findings.snippets import with_snippets
from auditor.findings.strict import gaps_of
from auditor.model.errors import AuditorError
from auditor.model.facts import FileFacts
from auditor.model.finding import Finding
from auditor.model.report import AuditReport
from auditor.settings import Settings
from auditor.suppress import run as suppress
from auditor.suppress.baseline import NAME, read
from auditor.suppress.configured import read_configured
from auditor.suppress.ignore import Ignore
from auditor.suppress.inline import read_inline


@dataclass(frozen=True, slots=True)
class Tree:
    """What the findings need of the scanned tree: its place, and the files that were read."""

    root: Path
    facts: Sequence[tuple[FileFacts, bool]]
    contents: Mapping[str, bytes]


def add_findings(case: Case, tree: Tree) -> AuditReport:
    """The case's report with its findings, marked where the team decided, and the gate."""
    settings = case.settings
    _refuse_unknown_vendors(settings, case.catalog.vendors)
    active = _active(settings, sorted(case.catalog.checks))
    ignores = _ignores(settings, tree)
    found: list[Finding] = list(find(case, active))
    found = suppress.apply_ignores(found, ignores, settings.today)
    found += suppress.check_ignores(found, ignores, case.catalog.checks, active, settings.today)
    found = _with_baseline(found, settings, tree.root)
    sure = [f for f in found if f.confidence.reaches(settings.min_confidence)]
    gate = judge_gate(sure, settings, gaps_of(case.report, ignores, settings.today))
    shown = [
        f
        for f in sure
        if f.severity.reaches(settings.min_severity) or is_guilty(f, settings.fail_on)
    ]
    if settings.show_source:
        shown = with_snippets(shown, tree.contents)
    checks = sorted({finding.check for finding in shown})
    return replace(
        case.report,
        findings=in_order(shown),
        gate=replace(gate, hidden=len(found) - len(shown)),
        checks=tuple(case.catalog.checks[check] for check in checks),
    )


def _active(settings: Settings, known: Sequence[str]) -> list[str]:
    """The checks to run: those selected, less those deselected."""
    for name in (*(settings.select or ()), *settings.deselect):
        if name not in known:
            raise AuditorError(f"there is no check {name!r}", hint=f"checks: {', '.join(known)}")
    chosen = known if settings.select is None else settings.select
    return [check for check in known if check in chosen and check not in settings.deselect]


def _refuse_unknown_vendors(settings: Settings, known: Iterable[str]) -> None:
    """A misspelt vendor in the policy would approve nobody, and say so of every call."""
    names = list(known)
    for vendor in settings.policy.vendors or ():
        if vendor not in names:
            near = get_close_matches(vendor.lower(), names, n=1)
            hint = f"did you mean {near[0]!r}?" if near else "vendor ids are in rules/vendors"
            raise AuditorError(f"the policy names an unknown vendor {vendor!r}", hint=hint)


def _ignores(settings: Settings, tree: Tree) -> list[Ignore]:
    """Every ignore that is to be obeyed; those in unjudged test code are nobody's business."""
    if not settings.obey_ignores:
        return []
    configured = read_configured(settings, tree.root)
    if not settings.trust_repository:
        return [*configured]
    judged = (facts for facts, in_tests in tree.facts if settings.include_tests or not in_tests)
    return [*read_inline(judged), *configured]


def _with_baseline(found: list[Finding], settings: Settings, root: Path) -> list[Finding]:
    if not (settings.obey_ignores and settings.obey_baseline):
        return found
    path = baseline_of(settings, root)
    if path is None:
        return found
    shown = path.relative_to(root) if path.is_relative_to(root) else path
    return suppress.apply_baseline(found, read(path), shown.as_posix())


def baseline_of(settings: Settings, root: Path) -> Path | None:
    """The baseline that counts: the one that was named, or that of the scanned root if any."""
    if settings.baseline is not None:
        path = Path(settings.baseline).resolve()
        if not path.is_file():
            raise AuditorError(f"there is no baseline {path}", hint="make one: auditor baseline")
        return path
    usual = root / NAME
    return usual if settings.trust_repository and usual.is_file() else None
