"""Models with an end, and what only one vendor has."""

from __future__ import annotations

from datetime import date

import pytest

from auditor.settings import Settings
from tests.checks.trees import desk, found, the
from tests.linker.reading import AuditTree
from tests.shipped import shipped

OLD = """
import openai

client = openai.OpenAI()

def answer(text):
    return client.chat.completions.create(model="gpt-4-0613", messages=[text])
"""
COVERED = """
import anthropic
import openai

def answer(text):
    try:
        return openai.OpenAI().chat.completions.create(model="gpt-4-0613", messages=[text])
    except Exception:
        claude = anthropic.Anthropic()
        return claude.messages.create(model="claude-3-opus-20240229", messages=[text])
"""
CHOSEN = """
import openai
import os

def answer(text):
    model = "gpt-4-0613" if os.environ.get("QUICK") else "gpt-4o"
    return openai.OpenAI().chat.completions.create(model=model, messages=[text])
"""
ELSEWHERE = """
import openai

def answer(text):
    client = openai.AzureOpenAI(azure_endpoint="https://desk.openai.azure.com", api_version="1")
    return client.chat.completions.create(model="gpt-4-0613", messages=[text])
"""


def on(year: int, month: int, day: int) -> Settings:
    return Settings(today=date(year, month, day))


@pytest.mark.parametrize(
    ("today", "severity", "says"),
    [
        (on(2026, 7, 24), "low", "which OpenAI API will not serve from 2026-10-23 on"),
        (on(2026, 7, 25), "medium", "which OpenAI API will not serve from 2026-10-23 on"),
        (on(2026, 10, 22), "medium", "which OpenAI API will not serve from 2026-10-23 on"),
        (on(2026, 10, 23), "high", "which OpenAI API has not served since 2026-10-23"),
    ],
)
def test_the_end_of_a_model_weighs_more_the_closer_it_is(
    audit_tree: AuditTree, today: Settings, severity: str, says: str
) -> None:
    report = audit_tree(desk(OLD), today)
    finding = the(report.findings, "retired-model")
    assert finding.severity.value == severity
    assert finding.message == f'"POST /tickets" asks gpt-4-0613, {says}'
    assert (finding.path, finding.line) == ("desk/llm.py", 6)


def test_without_a_day_nobody_says_that_a_model_has_ended(audit_tree: AuditTree) -> None:
    assert found(audit_tree(desk(OLD)), "retired-model") == []


def test_what_stands_in_softens_an_end_and_has_its_own(audit_tree: AuditTree) -> None:
    report = audit_tree(desk(COVERED), on(2026, 11, 1))
    assert [f.message for f in report.findings if f.check == "retired-model"] == [
        '"POST /tickets" asks gpt-4-0613, which OpenAI API has not served since 2026-10-23',
        '"POST /tickets" falls back to claude-3-opus-20240229, which Anthropic API has not served'
        " since 2026-01-05",
    ]
    assert found(report, "retired-model") == [
        "medium retired-model desk/llm.py:6",
        "medium retired-model desk/llm.py:9",
    ]


def test_one_model_of_several_is_low(audit_tree: AuditTree) -> None:
    finding = the(audit_tree(desk(CHOSEN), on(2026, 11, 1)).findings, "retired-model")
    assert finding.severity.value == "low"
    assert finding.message.startswith('"POST /tickets" may ask gpt-4-0613, ')


def test_another_platform_has_other_days(audit_tree: AuditTree) -> None:
    assert found(audit_tree(desk(ELSEWHERE), on(2026, 11, 1)), "retired-model") == []


def test_every_retired_model_is_known_to_be_its_vendors_own() -> None:
    catalog, _ = shipped()
    assert len({one.platform for one in catalog.retirements}) >= 8
    for one in catalog.retirements:
        assert all(source.startswith("https://") for source in one.sources), one
        assert date(2023, 1, 1) < one.on < date(2030, 1, 1), one


THREADS = """
import openai

client = openai.OpenAI()

def answer(text):
    thread = client.beta.threads.create()
    run = client.beta.threads.runs.create_and_poll(thread_id=thread.id, assistant_id="a")
    return run
"""
SEARCH = """
import anthropic
import openai

def answer(text):
    try:
        return openai.OpenAI().responses.create(
            model="gpt-4o", input=text, tools=[{"type": "web_search"}])
    except Exception:
        return anthropic.Anthropic().messages.create(model="claude-sonnet-4-6", messages=[text])
"""
CACHED = """
import anthropic

def answer(text):
    return anthropic.Anthropic().messages.create(
        model="claude-sonnet-4-6", messages=[text], cache_control={"type": "ephemeral"})
"""


def test_a_thing_that_one_vendor_has_is_one_finding_with_its_lines(audit_tree: AuditTree) -> None:
    finding = the(audit_tree(desk(THREADS)).findings, "vendor-feature-lock-in")
    assert finding.severity.value == "low"
    assert finding.message == (
        '"POST /tickets" uses assistants and threads of OpenAI,'
        " which no other vendor offers in the same way"
    )
    assert [(step.line, step.says) for step in finding.evidence] == [
        (6, "calls beta.threads.create"),
        (7, "calls beta.threads.runs.create_and_poll"),
    ]


def test_nobody_is_locked_in_where_another_vendor_stands_in(audit_tree: AuditTree) -> None:
    assert found(audit_tree(desk(SEARCH)), "vendor-feature-lock-in") == []


def test_what_another_vendor_can_do_without_locks_nobody_in(audit_tree: AuditTree) -> None:
    report = audit_tree(desk(CACHED))
    assert [bond.feature for bond in report.scores.portability.bonds] == ["prompt-caching"]
    assert found(report, "vendor-feature-lock-in") == []
