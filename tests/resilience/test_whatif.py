"""What a loss does to workflows, asked as a user would ask it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor import audit as audit_module
from auditor.model.loss import Effect, Loss
from auditor.model.report import AuditReport
from auditor.rulebook.fault_domains import DomainReader
from auditor.settings import Settings
from tests.shipped import audit_with_shipped, shipped

SAMPLES = Path(__file__).parents[2] / "sample_repos"
RANK = ("untouched", "survives", "degrades", "unknown", "stops")

HEAD = """
import anthropic
import openai

first = openai.OpenAI()
second = anthropic.Anthropic()


def ask_first(text):
    return first.chat.completions.create(model="gpt-4o", messages=text)


def ask_second(text):
    return second.messages.create(model="claude-haiku-4-5", max_tokens=9, messages=text)

"""
PAIR = (
    HEAD
    + """
def main():
    try:
        print(ask_first("hi"))
    except {types}:
        print(ask_second("hi"))


if __name__ == "__main__":
    main()
"""
)


MAIN = """
if __name__ == "__main__":
    print({}("hi"))
"""


@pytest.fixture
def lose(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Effect]:
    """The effect of losing ``words`` on the one workflow that ``source`` declares."""
    audit_with_shipped(monkeypatch)
    catalog, _ = shipped()
    reader = DomainReader(catalog)
    incidents = {incident.id: incident for incident in catalog.incidents}

    def run(source: str, *words: str) -> Effect:
        (tmp_path / "app.py").write_text(dedent(source).lstrip("\n"), encoding="utf-8")
        if words[0] in incidents:
            loss = reader.incident(incidents[words[0]])
        else:
            loss = Loss("", tuple(domain for word in words for domain in reader.read(word)))
        report, effects = audit_module.audit_loss([tmp_path], Settings(), loss)
        pairs = zip(report.workflows, effects, strict=True)
        [effect] = [effect for flow, effect in pairs if flow.kind != "library"]
        return effect

    return run


def said(effect: Effect) -> list[tuple[int, str]]:
    return [(step.line, step.says) for step in effect.evidence]


def test_one_vendor_and_no_handler_stops_and_the_call_is_the_proof(lose):
    source = HEAD + MAIN.format("ask_first")
    effect = lose(source, "openai")
    assert (effect.outcome, effect.why) == ("stops", "no handler takes the error")
    assert said(effect) == [(9, "asks gpt-4o at openai-api, which is lost")]


def test_what_the_workflow_does_not_ask_leaves_it_untouched(lose):
    effect = lose(HEAD + MAIN.format("ask_first"), "mistral")
    assert (effect.outcome, effect.failed, effect.evidence) == ("untouched", (), ())


def test_a_fallback_is_named_with_the_line_that_asks_and_the_handler_that_leads_to_it(lose):
    effect = lose(PAIR.format(types="openai.OpenAIError"), "openai")
    [stand_in] = effect.stand_ins
    assert effect.outcome == "survives"
    assert (stand_in.vendor, stand_in.platform, stand_in.line) == ("anthropic", "anthropic-api", 13)
    assert effect.why == "claude-haiku-4-5 at anthropic-api answers"
    assert said(effect) == [
        (9, "asks gpt-4o at openai-api, which is lost"),
        (19, "takes a dead host"),
        (13, "asks claude-haiku-4-5 at anthropic-api instead"),
    ]


def test_losing_both_at_once_is_worse_than_losing_each(lose):
    source = PAIR.format(types="openai.OpenAIError")
    assert lose(source, "openai").outcome == "survives"
    alone = lose(source, "anthropic")
    assert alone.outcome == "untouched"
    assert alone.why == "its stand-in at app.py:13 is lost"
    both = lose(source, "openai", "anthropic")
    assert both.outcome == "stops"
    assert both.why == "what it falls back to is lost too"


def test_a_handler_for_outages_sleeps_through_one_that_looks_like_bad_keys(lose):
    types = "(openai.APIConnectionError, openai.InternalServerError, openai.RateLimitError)"
    source = PAIR.format(types=types)
    assert lose(source, "openai").outcome == "survives"
    turn = {"ask_first": "ask_second", "ask_second": "ask_first", "openai": "anthropic"}
    tail = source.removeprefix(HEAD)
    swapped = HEAD + re.sub("|".join(turn), lambda found: turn[found[0]], tail)
    assert lose(swapped, "anthropic-2026-04-15").outcome == "survives"  # HTTP 500
    effect = lose(swapped, "anthropic-2026-04-28b")
    assert (effect.outcome, effect.error) == ("stops", "auth")
    assert effect.why == "the handler at app.py:19 lets 401 or 403 pass"
    only = "takes APIConnectionError and InternalServerError and RateLimitError only"
    assert (19, f"{only}: 401 or 403 passes") in said(effect)


def test_a_swallowed_error_degrades(lose):
    source = (
        HEAD
        + """
def main():
    try:
        return ask_first("hi")
    except Exception:
        return None


if __name__ == "__main__":
    main()
"""
    )
    effect = lose(source, "openai")
    assert (effect.outcome, effect.stand_ins) == ("degrades", ())
    assert effect.why == "the handler at app.py:19 goes on without an answer"


@pytest.mark.parametrize(
    ("model", "outcome"),
    [
        ("gpt-4o", "stops"),
        ("gpt-4o-2024-08-06", "stops"),
        ("gpt-4o-mini", "untouched"),
        ("chatgpt-4o-latest", "untouched"),
    ],
)
def test_a_lost_model_is_lost_in_its_dated_versions_and_not_in_its_cousins(lose, model, outcome):
    source = HEAD.replace("gpt-4o", model) + MAIN.format("ask_first")
    assert lose(source, "model:gpt-4o").outcome == outcome


def test_a_model_that_nobody_knows_may_be_the_lost_one_if_its_maker_is(lose):
    source = HEAD.replace('"gpt-4o"', "text[0]") + MAIN.format("ask_first")
    effect = lose(source, "model:gpt-4o")
    assert (effect.outcome, effect.worst) == ("unknown", "stops")
    assert lose(source, "model:claude-haiku-4-5").outcome == "untouched"


def test_a_name_without_a_date_may_stand_for_the_retired_version(lose):
    source = HEAD.replace("claude-haiku-4-5", "claude-3-haiku-latest") + MAIN.format("ask_second")
    effect = lose(source, "withdrawal-claude-3-haiku-2026-04")
    assert (effect.outcome, effect.worst) == ("unknown", "stops")


def test_where_the_sources_differ_the_answer_is_open_and_says_so(lose):
    effect = lose(HEAD + MAIN.format("ask_second"), "anthropic-2026-03-02a")
    assert (effect.outcome, effect.worst) == ("unknown", "stops")
    doubt = "it is not certain that platform anthropic-api is lost"
    assert effect.why == f"{doubt}; at worst no handler takes the error"


def test_a_credential_may_be_lost_too(lose):
    source = HEAD.replace("OpenAI()", 'OpenAI(api_key=os.environ["TEAM_KEY"])')
    source = "import os\n" + source + MAIN.format("ask_first")
    assert lose(source, "credential:TEAM_KEY").outcome == "stops"
    assert lose(source, "credential:OTHER_KEY").outcome == "untouched"


def test_a_fallback_with_another_makers_model_is_not_called_lost_but_unable(lose):
    source = PAIR.format(types="openai.OpenAIError").replace("claude-haiku-4-5", "gpt-4o")
    effect = lose(source, "platform:openai-api")
    assert (effect.outcome, effect.stand_ins) == ("stops", ())
    assert effect.why == "what it falls back to cannot answer"
    assert (13, "asks gpt-4o at anthropic-api, with a model or key that is not theirs") in said(
        effect
    )


AGENT = """
import claude_agent_sdk


async def main():
    {options}
    async for message in claude_agent_sdk.query(prompt="hi"):
        print(message)


if __name__ == "__main__":
    main()
"""


def test_an_agent_that_may_sign_in_with_an_account_may_stop_when_logins_fail(lose):
    effect = lose(AGENT.format(options="pass"), "anthropic-2026-03-02b")
    assert (effect.outcome, effect.worst) == ("unknown", "stops")
    assert "it may sign in with an account" in effect.why


def test_logins_are_nothing_to_calls_with_a_key(lose):
    assert lose(HEAD + MAIN.format("ask_second"), "anthropic-2026-03-02b").outcome == "untouched"


def test_a_workflow_whose_work_in_the_background_fails_degrades(lose):
    source = (
        HEAD
        + """
from fastapi import BackgroundTasks, FastAPI

app = FastAPI()


@app.post("/tickets")
def take(tasks: BackgroundTasks):
    tasks.add_task(ask_first, "hi")
"""
    )
    effect = lose(source, "openai")
    assert (effect.outcome, effect.failed) == ("degrades", ())
    assert len(effect.later) == 1
    assert effect.why == "only work in the background fails: app.py:9"


def effects_of(path: Path, *domains: str) -> tuple[AuditReport, tuple[Effect, ...]]:
    return audit_module.audit_loss([path], Settings(), Loss("", domains))


@pytest.mark.parametrize("sample", ["support-desk", "monorepo"])
def test_losing_one_domain_says_what_the_report_says(sample, monkeypatch):
    audit_with_shipped(monkeypatch)
    report = audit_module.audit([SAMPLES / sample], Settings())
    domains = {domain for flow in report.workflows for domain in flow.on_loss}
    assert domains
    for domain in sorted(domains):
        _, effects = effects_of(SAMPLES / sample, domain if ":" in domain else f"vendor:{domain}")
        for flow, effect in zip(report.workflows, effects, strict=True):
            word = "survives" if effect.outcome == "untouched" else effect.outcome
            assert word == flow.on_loss.get(domain, "survives")


DOMAINS = [
    "vendor:openai", "vendor:anthropic", "vendor:mistral", "vendor:google",
    "platform:openai-api", "platform:anthropic-api", "platform:google-ai-studio",
]  # fmt: skip


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.sets(st.sampled_from(DOMAINS)), st.sets(st.sampled_from(DOMAINS)))
def test_losing_more_never_revives_a_workflow(some, more):
    _, few = effects_of(SAMPLES / "monorepo", *sorted(some))
    _, many = effects_of(SAMPLES / "monorepo", *sorted(some | more))
    for before, after in zip(few, many, strict=True):
        assert RANK.index(after.outcome) >= RANK.index(before.outcome)
