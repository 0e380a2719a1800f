"""What is wrong, where, for which workflows, with the proof and the way out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from auditor.model.program import Evidence
from auditor.model.severity import Confidence as Confidence
from auditor.model.severity import Severity as Severity


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding does not count: ``kind`` is inline, config, baseline or since.

    ``until`` is an ISO date or None. ``path`` and ``line`` say where the decision is written;
    the line is 0 where it has none.
    """

    kind: str
    reason: str
    until: str | None
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the scanned code as it stands there, without its line end."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding of a check.

    ``message`` names the workflow first. ``workflows`` and ``calls`` hold ids of the report.
    ``domains`` are the fault domains concerned as ``on_loss`` names them.
    ``fix`` is the next step in one sentence. ``fingerprint`` holds no line number: it stays when
    code is moved or indented anew. ``snippet`` shows the first lines of the place.
    """

    check: str
    severity: Severity
    confidence: Confidence
    message: str
    path: str
    line: int
    end_line: int
    column: int
    cell: int
    workflows: tuple[str, ...]
    calls: tuple[str, ...]
    domains: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    fix: str
    fingerprint: str
    suppressions: tuple[Suppression, ...] = ()
    snippet: tuple[SourceLine, ...] = ()

    @property
    def order(self) -> tuple[int, str, int, int, str, str]:
        """Sorts the worst first, then by place."""
        return (
            self.severity.rank, self.path, self.line, self.column, self.check, self.fingerprint,
        )  # fmt: skip

    @property
    def key(self) -> tuple[str, str]:
        """What tells findings apart from one scan to the next."""
        return self.check, self.fingerprint

    def marked(self, *marks: Suppression) -> Finding:
        """The same with further reasons why it does not count."""
        return replace(self, suppressions=(*self.suppressions, *marks))
