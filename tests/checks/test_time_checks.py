from __future__ import annotations

import pytest

from auditor.model.report import AuditReport
from auditor.settings import Policy, Settings
from tests.checks.trees import desk, found, the
from tests.linker.reading import AuditTree

COVERED = """
import anthropic
import httpx
from openai import OpenAI

client = anthropic.Anthropic({client})

def answer(text):
    try:
        return client.messages.create({call}model="claude-sonnet-4-6", messages=[text])
    except Exception:
        return OpenAI(timeout=5).chat.completions.create(model="gpt-4o", messages=[text])
"""


def covered(
    audit_tree: AuditTree, client: str = "", call: str = "", **policy: float
) -> AuditReport:
    text = COVERED.format(client=client, call=call)
    return audit_tree(desk(text), Settings(policy=Policy(**policy)))


def seconds(report: AuditReport) -> float | None:
    """How long the first call of the desk holds on."""
    return min(report.calls, key=lambda call: call.line).failover_seconds


@pytest.mark.parametrize(
    ("client", "call", "wait"),
    [
        ("", "", 1800),  # 600 s, and two more tries
        ("timeout=20", "", 60),
        ("timeout=20, max_retries=0", "", 20),
        ("timeout=20, max_retries=4", "", 100),
        ("timeout=20, max_retries=0", "timeout=3, ", 3),
        ("timeout=httpx.Timeout(15.0, connect=2), max_retries=1", "", 30),
        ("timeout=TIMEOUT, max_retries=1", "", None),  # imported from nowhere
    ],
)
def test_a_call_gives_up_after_its_timeout_times_its_tries(
    audit_tree: AuditTree, client, call, wait
) -> None:
    assert seconds(covered(audit_tree, client, call)) == wait


def test_nothing_that_ends_the_wait_is_no_number(audit_tree: AuditTree) -> None:
    report = covered(audit_tree, "timeout=None")
    assert seconds(report) is None
    assert "never when a vendor does not answer" in the(report.findings, "slow-failover").message
    assert found(report, "no-timeout") == []


def test_a_fallback_that_comes_after_half_an_hour_is_a_finding(audit_tree: AuditTree) -> None:
    finding = the(covered(audit_tree).findings, "slow-failover")
    assert finding.message == (
        '"POST /tickets" gets to the fallback only after 30 min when a vendor does not answer'
    )
    assert finding.fix == "set a timeout and few retries, so that both together stay below 60 s"


def test_the_limit_is_the_teams(audit_tree: AuditTree) -> None:
    twenty = "timeout=20, max_retries=0"
    assert found(covered(audit_tree, twenty), "slow-failover") == []
    report = covered(audit_tree, twenty, max_failover_seconds=10)
    assert found(report, "slow-failover") == ["medium slow-failover desk/llm.py:9"]


def test_a_request_without_a_timeout_hangs_and_one_with_has_its_time(audit_tree: AuditTree) -> None:
    plain = """
    import requests

    def answer(text):
        return requests.post("https://api.openai.com/v1/chat/completions", json={"model": "gpt-4o"})
    """
    report = audit_tree(desk(plain))
    assert found(report, "no-timeout") == ["low no-timeout desk/llm.py:4"]
    bounded = plain.replace('"gpt-4o"}', '"gpt-4o"}, timeout=20')
    report = audit_tree(desk(bounded), folder="bounded")
    assert found(report, "no-timeout") == []
    assert report.calls[0].failover_seconds == 20


def test_one_client_without_a_timeout_is_one_finding(audit_tree: AuditTree) -> None:
    llm = """
    from openai import OpenAI

    client = OpenAI(timeout=None)

    def answer(text):
        client.chat.completions.create(model="gpt-4o", messages=[text])
        return client.chat.completions.create(model="gpt-4o-mini", messages=[text])
    """
    report = audit_tree(desk(llm))
    finding = the(report.findings, "no-timeout")
    assert (finding.path, finding.line, len(finding.calls)) == ("desk/llm.py", 3, 2)


def test_a_library_of_which_nothing_is_known_is_not_accused(audit_tree: AuditTree) -> None:
    llm = """
    import google.generativeai as genai

    def answer(text):
        return genai.GenerativeModel("gemini-2.0-flash").generate_content(text)
    """
    report = audit_tree(desk(llm))
    assert report.calls[0].failover_seconds is None
    assert found(report, "no-timeout", "slow-failover") == []
