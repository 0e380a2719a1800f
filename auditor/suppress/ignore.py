"""An ignore, wherever it is written, and the findings that it means."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from auditor.model.finding import Finding, Suppression


@dataclass(frozen=True, slots=True)
class Ignore:
    """``kind`` is inline or config; no ``checks`` means any; ``path`` and ``line`` say where."""

    kind: str
    checks: tuple[str, ...]
    reason: str
    until: date | None
    path: str
    line: int
    reaches: Callable[[Finding], bool]

    def means(self, finding: Finding) -> bool:
        """Whether the finding is of its checks, and in its reach."""
        return (not self.checks or finding.check in self.checks) and self.reaches(finding)

    def has_expired(self, today: date | None) -> bool:
        """Whether its last day is over."""
        return self.until is not None and today is not None and self.until < today

    def suppression(self) -> Suppression:
        """The mark that it leaves on a finding."""
        until = self.until.isoformat() if self.until else None
        return Suppression(self.kind, self.reason, until, self.path, self.line)
