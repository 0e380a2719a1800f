"""What became of a code base between two reports."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.finding import Finding


@dataclass(frozen=True, slots=True)
class Figures:
    """A report in numbers: ``exposed`` are workflows that stop when some one vendor is down."""

    calls: int
    workflows: int
    exposed: int
    vendors: tuple[str, ...]
    findings: int


@dataclass(frozen=True, slots=True)
class Turn:
    """A workflow that now takes the loss of a domain otherwise than before.

    ``before`` and ``after`` are words of ``on_loss``, empty where the workflow or its need of the
    domain did not exist.
    """

    workflow: str
    domain: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """Two reports side by side; findings are told apart by check and fingerprint."""

    before: Figures
    after: Figures
    worse: tuple[Turn, ...]
    better: tuple[Turn, ...]
    appeared: tuple[Finding, ...]
    gone: tuple[Finding, ...]

    @property
    def is_nothing(self) -> bool:
        """Whether both reports say the same."""
        told = (*self.worse, *self.better, *self.appeared, *self.gone)
        return self.before == self.after and not told
