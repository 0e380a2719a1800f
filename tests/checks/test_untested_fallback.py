"""Whether a test has ever seen the fallback at work."""

from __future__ import annotations

import pytest

from auditor.settings import Settings, WorkflowSetting
from tests.checks.trees import PLAIN, desk, found, the
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
WORKS = """
from unittest.mock import patch
from desk.llm import answer

def test_answer():
    with patch("openai.OpenAI") as client:
        assert answer("hello")
"""
FAILS = WORKS.replace(
    'patch("openai.OpenAI")', 'patch("openai.OpenAI", side_effect=APITimeoutError)'
)
ELSEWHERE = """
def test_payment():
    raise ValueError
"""
ROUTE_FAILS = """
def test_ticket(client, httpx_mock):
    httpx_mock.add_response(status_code=503)
    assert client.post("/tickets")
"""


def covered_with(source: str) -> dict[str, str]:
    return {**desk(COVERED), "tests/test_desk.py": source}


def test_a_fallback_that_no_test_uses_is_told(audit_tree: AuditTree) -> None:
    finding = the(audit_tree(covered_with(WORKS)).findings, "untested-fallback")
    assert finding.severity.value == "info"
    assert finding.message == (
        '"POST /tickets": no test lets OpenAI fail, so nobody has seen the fallback at work'
    )
    assert ("tests/test_desk.py", "speaks of the code, and lets nothing fail") in [
        (step.path, step.says) for step in finding.evidence
    ]


@pytest.mark.parametrize("source", [FAILS, ROUTE_FAILS])
def test_a_test_that_lets_something_fail_is_a_test_of_it(
    audit_tree: AuditTree, source: str
) -> None:
    assert found(audit_tree(covered_with(source)), "untested-fallback") == []


def test_a_failure_in_tests_of_other_code_does_not_count(audit_tree: AuditTree) -> None:
    assert found(audit_tree(covered_with(ELSEWHERE)), "untested-fallback") != []


def test_nothing_is_said_without_tests_or_without_a_fallback(audit_tree: AuditTree) -> None:
    assert found(audit_tree(desk(COVERED)), "untested-fallback") == []
    plain = {**desk(PLAIN), "tests/test_desk.py": WORKS}
    assert found(audit_tree(plain, folder="plain"), "untested-fallback") == []


def test_tests_in_another_language_say_nothing(audit_tree: AuditTree) -> None:
    pages = {**desk(COVERED), "web/tests/page.test.ts": "test('answer', () => {})\n"}
    assert found(audit_tree(pages), "untested-fallback") == []


def test_it_weighs_more_for_what_is_critical(audit_tree: AuditTree) -> None:
    settings = Settings(workflows=(WorkflowSetting("*", criticality="critical"),))
    report = audit_tree(covered_with(WORKS), settings)
    assert the(report.findings, "untested-fallback").severity.value == "low"
