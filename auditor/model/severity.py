"""How much a finding matters, and how sure it is; worst and surest first."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much it matters. CRITICAL needs a workflow that its owners declared critical."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for the worst."""
        return list(Severity).index(self)

    def reaches(self, bar: Severity) -> bool:
        """Whether it is as bad as ``bar``, or worse."""
        return self.rank <= bar.rank


class Confidence(StrEnum):
    """How sure the audit is that the finding is true."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for the surest."""
        return list(Confidence).index(self)

    def reaches(self, bar: Confidence) -> bool:
        """Whether it is as sure as ``bar``, or surer."""
        return self.rank <= bar.rank
