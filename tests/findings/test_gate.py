from __future__ import annotations

import pytest

from auditor.findings.gate import exit_code, judge_gate
from auditor.model.errors import AuditorError
from auditor.model.finding import Confidence, Finding, Severity, Suppression
from auditor.settings import Settings
from tests.checks.trees import PLAIN, desk, found
from tests.linker.reading import AuditTree

IGNORED = (Suppression("inline", "a demo", None, "a.py", 1),)


def finding(severity: Severity, suppressions: tuple[Suppression, ...] = ()) -> Finding:
    return Finding(
        check="no-fallback", severity=severity, confidence=Confidence.HIGH, message="It stops",
        path="a.py", line=1, end_line=1, column=0, cell=0, workflows=(), calls=(), domains=(),
        evidence=(), fix="mend it", fingerprint="0", suppressions=suppressions,
    )  # fmt: skip


@pytest.mark.parametrize("bar", Severity)
@pytest.mark.parametrize("severity", Severity)
def test_the_bar_counts_itself(severity: Severity, bar: Severity) -> None:
    settings = Settings(fail_on=bar)
    gate = judge_gate([finding(severity)], settings, ())
    worst_first = list(Severity)
    fails = worst_first.index(severity) <= worst_first.index(bar)
    assert exit_code(gate, settings) == int(fails)
    assert gate.outcome == ("failed" if fails else "passed")


def test_never_fails_never() -> None:
    settings = Settings(fail_on=None)
    gate = judge_gate([finding(Severity.CRITICAL)], settings, ())
    assert (gate.fail_on, exit_code(gate, settings)) == ("never", 0)


def test_what_is_suppressed_does_not_count() -> None:
    settings = Settings()
    gate = judge_gate([finding(Severity.HIGH, IGNORED)], settings, ())
    assert gate.says == "passed: no finding is at or above --fail-on high"
    assert exit_code(gate, settings) == 0


def test_the_gate_says_what_failed_it() -> None:
    found = [finding(Severity.HIGH), finding(Severity.CRITICAL), finding(Severity.HIGH)]
    found += [finding(Severity.LOW), finding(Severity.HIGH, IGNORED)]
    gate = judge_gate(found, Settings(), ())
    assert gate.says == ("failed: 1 critical and 2 high findings are at or above --fail-on high")


def test_exit_zero_changes_the_code_and_not_the_verdict() -> None:
    settings = Settings(exit_zero=True)
    gate = judge_gate([finding(Severity.HIGH)], settings, ())
    assert (gate.outcome, exit_code(gate, settings)) == ("failed", 0)


def test_strict_refuses_a_scan_with_gaps_whatever_is_found() -> None:
    settings = Settings(strict=True)
    gate = judge_gate([], settings, ["1 file could not be read"])
    assert (gate.outcome, exit_code(gate, settings)) == ("refused", 2)
    assert "1 file could not be read" in gate.says
    assert judge_gate([], Settings(), ["1 file could not be read"]).outcome == "passed"


def test_a_strict_scan_of_broken_code_or_of_nothing_is_refused(audit_tree: AuditTree) -> None:
    strict = Settings(strict=True)
    whole = audit_tree(desk(PLAIN), strict, folder="whole")
    broken = audit_tree({**desk(PLAIN), "desk/bad.py": "import anthropic\ndef (:\n"}, strict)
    nothing = audit_tree({"README.md": "hello"}, strict, folder="nothing")
    outcomes = [report.gate.outcome for report in (whole, broken, nothing) if report.gate]
    assert outcomes == ["failed", "refused", "refused"]


def test_what_is_hidden_is_counted_and_what_fails_is_never_hidden(audit_tree: AuditTree) -> None:
    swallowed = PLAIN.replace(
        "    return client.messages",
        "    try:\n        return client.messages",
    )
    swallowed += "    except Exception:\n        return None\n"
    tree = {**desk(PLAIN), "desk/soft.py": swallowed}
    everything = audit_tree(tree)
    low = [f for f in everything.findings if f.severity is Severity.LOW]
    assert low
    for settings in (
        Settings(min_severity=Severity.HIGH),
        Settings(min_severity=Severity.CRITICAL),
    ):
        report = audit_tree(tree, settings)
        assert found(report) == ["high no-fallback desk/llm.py:6"]
        assert report.gate is not None
        assert report.gate.hidden == len(everything.findings) - 1
        assert report.gate.outcome == "failed"


def test_only_selected_checks_run_and_unknown_ones_are_an_error(audit_tree: AuditTree) -> None:
    assert found(audit_tree(desk(PLAIN), Settings(select=("shared-gateway",)))) == []
    assert found(audit_tree(desk(PLAIN), Settings(deselect=("no-fallback",)))) == []
    with pytest.raises(AuditorError, match="there is no check 'no-falback'") as error:
        audit_tree(desk(PLAIN), Settings(select=("no-falback",)))
    assert "no-fallback" in (error.value.hint or "")
