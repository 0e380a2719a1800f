"""What can be done about the findings: edits, each proven by an audit of the edited tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.audit import audit_case
from auditor.compare import compare
from auditor.discover import root_of
from auditor.model.catalog import Catalog
from auditor.model.finding import Finding
from auditor.model.means import Progress
from auditor.model.remedy import Edit, Mended, Patch, Refusal, texts_of
from auditor.model.report import AuditReport
from auditor.model.severity import Severity
from auditor.remedy.bench import Bench
from auditor.remedy.files import Files
from auditor.remedy.propose import propose
from auditor.rulebook.remedies import load_remedies
from auditor.settings import Settings

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked for: ids of checks, None for all; vendors that may stand in, in order.

    ``unsafe`` also takes edits that change more than what happens when a vendor fails.
    """

    checks: tuple[str, ...] | None = None
    second: tuple[str, ...] = ()
    unsafe: bool = False

    def is_about(self, finding: Finding) -> bool:
        """Whether something is to be done about a finding."""
        return not finding.suppressions and (self.checks is None or finding.check in self.checks)


def mend(
    paths: Sequence[Path],
    settings: Settings,
    wish: Wish,
    progress: Progress | None = None,
    catalog: Catalog | None = None,
) -> tuple[AuditReport, Mended]:
    """The report of today, and the patches that close its findings.

    Nothing is written. A patch is kept only if another audit, of the tree with all of them done,
    finds neither what it closes nor anything new. ``catalog`` is as for ``audit``.
    """
    report, case = audit_case(paths, settings, progress, catalog=catalog)
    files = Files(root_of(paths))
    remedies = load_remedies()
    second = wish.second or settings.policy.vendors or ()
    reads = (files.source, files.script, files.text, files.is_missing)
    found = [
        propose(Bench(case, finding, remedies, second, *reads))
        for finding in report.findings
        if wish.is_about(finding)
    ]
    patches = [one for one in found if isinstance(one, Patch)]
    asked = [one for one in patches if one.is_safe or wish.unsafe]

    def again(instead: Texts) -> AuditReport:
        contents = {path: text.encode("utf-8") for path, text in instead.items()}
        return audit_case(paths, settings, progress, contents, case.catalog)[0]

    proof = _Proof(report, files, again)
    proof.take(asked)
    before = files.texts(edit.path for edit in _edits(proof.kept))
    return report, Mended(
        patches=tuple(proof.kept),
        held=tuple(one for one in patches if one not in asked),
        refusals=(*(one for one in found if isinstance(one, Refusal)), *proof.refused),
        before=before,
        after=texts_of(_edits(proof.kept), before),
        made=frozenset(path for path in before if files.is_missing(path)),
    )


class _Proof:
    """Keeps the patches that hold together, and says why the others do not."""

    def __init__(
        self, report: AuditReport, files: Files, again: Callable[[Texts], AuditReport]
    ) -> None:
        self._report = report
        self._files = files
        self._again = again
        self.kept: list[Patch] = []
        self.refused: list[Refusal] = []

    def take(self, patches: Sequence[Patch]) -> None:
        """Keep as many as hold with those kept already: all at once, else one half, then the other.

        So few audits are needed where most patches are right.
        """
        if not patches:
            return
        reason = self._why_not(patches)
        if not reason:
            self.kept += patches
        elif len(patches) == 1:
            self.refused.append(Refusal(patches[0].finding, reason))
        else:
            middle = len(patches) // 2
            self.take(patches[:middle])
            self.take(patches[middle:])

    def _why_not(self, patches: Sequence[Patch]) -> str:
        """Why the patches do not hold together with those kept; empty where they do."""
        edits = _edits([*self.kept, *patches])
        before = self._files.texts(edit.path for edit in edits)
        try:
            after = texts_of(edits, before)
        except ValueError:
            return "another patch changes the same lines: apply that one and run this again"
        return _why_wrong(self._report, self._again(after), patches, set(after))


def _why_wrong(
    before: AuditReport, after: AuditReport, patches: Sequence[Patch], edited: set[str]
) -> str:
    """What the audit of the edited tree has against the patches; empty where nothing."""
    if any(path in edited for path, _ in _problems(after) - _problems(before)):
        return "the edited file would not be understood any more"
    if _has_lost(before, after):
        return "the edited call would not be recognised any more"
    left = {finding.key for finding in after.findings}
    if any(patch.finding.key in left for patch in patches):
        return "the gap would still be open"
    change = compare(before, after)
    new = [f for f in change.appeared if f.severity is not Severity.INFO]
    if new:
        return f"it would bring {new[0].check}: {new[0].message}"
    known = {flow.name for flow in before.workflows}
    worse = [turn for turn in change.worse if turn.workflow in known]
    return f"{worse[0].workflow} would take the loss of {worse[0].domain} worse" if worse else ""


def _problems(report: AuditReport) -> Counter[tuple[str, str]]:
    """How often each file has each problem; lines move when something is put above them."""
    return Counter((one.path, one.code) for one in report.diagnostics)


def _has_lost(before: AuditReport, after: AuditReport) -> bool:
    """Whether a workflow has gone, or asks less than before: what is not seen has no findings."""
    now = {flow.id: flow for flow in after.workflows}
    return any(
        flow.id not in now
        or len(now[flow.id].calls) < len(flow.calls)
        or not set(flow.vendors) <= set(now[flow.id].vendors)
        for flow in before.workflows
    )


def _edits(patches: Iterable[Patch]) -> list[Edit]:
    return [edit for patch in patches for edit in patch.edits]
