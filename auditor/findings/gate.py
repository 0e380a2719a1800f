"""Whether the build may pass: findings against a bar, and nothing else. No score decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from auditor.model.finding import Finding
from auditor.model.report import Gate
from auditor.model.severity import Severity
from auditor.settings import Settings

PASSED, FAILED, REFUSED = "passed", "failed", "refused"


def judge_gate(findings: Iterable[Finding], settings: Settings, gaps: Sequence[str]) -> Gate:
    """The gate over all findings that count; ``gaps`` are what a strict scan does not accept.

    Suppressed findings do not count. The bar itself counts: high fails on high.
    """
    bar = settings.fail_on
    fail_on = bar.value if bar is not None else "never"
    if settings.strict and gaps:
        return Gate(fail_on, REFUSED, f"refused: --strict, and {'; '.join(gaps)}")
    guilty = [f for f in findings if is_guilty(f, bar)]
    if not guilty:
        return Gate(fail_on, PASSED, _passed(bar))
    verb = "is" if len(guilty) == 1 else "are"
    says = f"failed: {_counted(guilty)} {verb} at or above --fail-on {fail_on}"
    return Gate(fail_on, FAILED, says + (" (but --exit-zero)" if settings.exit_zero else ""))


def is_guilty(finding: Finding, bar: Severity | None) -> bool:
    """Whether this finding makes the gate fail."""
    return bar is not None and not finding.suppressions and finding.severity.reaches(bar)


def exit_code(gate: Gate | None, settings: Settings) -> int:
    """0: pass. 1: findings. 2: a strict scan could not be made as it was asked for."""
    if gate is None:
        return 0
    if gate.outcome == REFUSED:
        return 2
    return 1 if gate.outcome == FAILED and not settings.exit_zero else 0


def _passed(bar: Severity | None) -> str:
    if bar is None:
        return "passed: nothing fails with --fail-on never"
    return f"passed: no finding is at or above --fail-on {bar.value}"


def _counted(findings: Sequence[Finding]) -> str:
    """``1 critical and 2 high findings``."""
    numbers = Counter(finding.severity for finding in findings)
    parts = [f"{numbers[word]} {word.value}" for word in Severity if numbers[word]]
    said = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"
    return f"{said} finding{'s' * (len(findings) != 1)}"
