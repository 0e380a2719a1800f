from __future__ import annotations

import pytest

from auditor.model.errors import AuditorError
from auditor.model.finding import Severity
from auditor.settings import Policy, Settings, WorkflowSetting
from tests.checks.trees import PLAIN, ROUTE, desk, found, the
from tests.linker.reading import AuditTree

COVERED = """
import anthropic
import openai

def answer(text):
    try:
        return openai.OpenAI().chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return anthropic.Anthropic().messages.create(model="claude-sonnet-4-6", messages=[text])
"""
MORE = ROUTE + '\n@app.get("/draft")\ndef draft():\n    return answer("")\n'
CRITICAL = (WorkflowSetting("*", criticality="critical"),)


def policy(**said: object) -> Settings:
    return Settings(policy=Policy(**said))  # type: ignore[arg-type]


def test_a_vendor_outside_the_policy_is_one_finding(audit_tree: AuditTree) -> None:
    report = audit_tree(desk(PLAIN), policy(vendors=("openai",)))
    finding = the(report.findings, "unapproved-vendor")
    assert finding.severity is Severity.HIGH
    assert finding.message == (
        '"POST /tickets" asks Anthropic, which is not among the approved vendors'
    )
    assert found(audit_tree(desk(PLAIN), policy(vendors=("anthropic",))), "unapproved-vendor") == []
    assert found(audit_tree(desk(PLAIN)), "unapproved-vendor") == []


def test_a_misspelt_vendor_in_the_policy_is_an_error(audit_tree: AuditTree) -> None:
    with pytest.raises(AuditorError, match="unknown vendor 'antropic'") as error:
        audit_tree(desk(PLAIN), policy(vendors=("antropic",)))
    assert error.value.hint == "did you mean 'anthropic'?"


def test_a_required_fallback_is_demanded_of_the_workflow_itself(audit_tree: AuditTree) -> None:
    setting = WorkflowSetting("POST *", "Answer a ticket", "critical")
    settings = Settings(workflows=(setting,), policy=Policy(require_fallback=("critical",)))
    finding = the(audit_tree(desk(PLAIN), settings).findings, "single-vendor-workflow")
    assert finding.severity is Severity.CRITICAL
    assert finding.message == (
        '"Answer a ticket" stops when Anthropic is down, and critical workflows must survive that'
    )
    assert found(audit_tree(desk(COVERED), settings), "single-vendor-workflow") == []
    normal = Settings(policy=Policy(require_fallback=("critical",)))
    assert found(audit_tree(desk(PLAIN), normal), "single-vendor-workflow") == []


def test_concentration_needs_two_critical_workflows_and_counts_what_stops(
    audit_tree: AuditTree,
) -> None:
    settings = Settings(workflows=CRITICAL)
    assert found(audit_tree(desk(PLAIN), settings), "vendor-concentration") == []
    finding = the(audit_tree(desk(PLAIN, MORE), settings).findings, "vendor-concentration")
    assert finding.severity is Severity.MEDIUM
    assert finding.message == (
        "2 of 2 critical workflows stop when Anthropic is down: 100%, and 60% is allowed"
    )
    assert found(audit_tree(desk(COVERED, MORE), settings), "vendor-concentration") == []


def test_a_limit_that_the_team_has_set_is_high(audit_tree: AuditTree) -> None:
    settings = Settings(workflows=CRITICAL, policy=Policy(max_vendor_share=0.9))
    finding = the(audit_tree(desk(PLAIN, MORE), settings).findings, "vendor-concentration")
    assert finding.severity is Severity.HIGH
    generous = Settings(workflows=CRITICAL, policy=Policy(max_vendor_share=1.0))
    assert found(audit_tree(desk(PLAIN, MORE), generous), "vendor-concentration") == []


def test_where_failover_is_forbidden_a_fallback_is_wrong_and_its_lack_is_not(
    audit_tree: AuditTree,
) -> None:
    settings = policy(forbid_failover=("POST /tickets*",))
    finding = the(audit_tree(desk(COVERED), settings).findings, "forbidden-failover")
    assert finding.message == (
        '"POST /tickets" must stay with one vendor,'
        " and its data goes to Anthropic when OpenAI fails"
    )
    assert found(audit_tree(desk(PLAIN), settings)) == []
    other = policy(forbid_failover=("POST /patients*",))
    assert found(audit_tree(desk(COVERED), other), "forbidden-failover") == []
    assert found(audit_tree(desk(PLAIN), other), "no-fallback") != []
