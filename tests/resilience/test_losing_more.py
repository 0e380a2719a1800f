"""Losing more never brings back what is lost, in programs that a machine makes up."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import audit as audit_module
from auditor.model.loss import Loss
from auditor.rulebook.fault_domains import DomainReader
from auditor.settings import Settings
from tests.shipped import audit_with_shipped, shipped

HEAD = """
import anthropic, litellm, openai
from elsewhere import flag, limit
from tenacity import retry, stop_after_attempt


def gpt(text):
    return openai.OpenAI().responses.create(model="gpt-4o", input=text)


def claude(text):
    return anthropic.Anthropic().messages.create(model="claude-sonnet-4-5", messages=[])


def gemini(text):
    return litellm.completion(model="gemini/gemini-2.5-pro", messages=[])


@retry(stop=stop_after_attempt(3), retry_error_callback=lambda state: claude("again"))
def retried(text):
    return openai.OpenAI().responses.create(model="gpt-4o", input=text)


def silent(text):
    try:
        return gpt(text)
    except Exception:
        return None

"""
ASKS = st.sampled_from(("gpt", "claude", "gemini", "retried", "silent"))
TYPES = st.sampled_from(("Exception", "openai.OpenAIError", "anthropic.APIError"))
CONDITIONS = st.sampled_from(
    ("flag()", "error.status_code >= 500", "isinstance(error, openai.APIConnectionError)",
     "'overloaded' in str(error)", "not isinstance(error, anthropic.APITimeoutError)")
)  # fmt: skip
HANDLED = st.one_of(
    st.just("pass"),
    st.just("raise"),
    st.just("return None"),
    ASKS.map(lambda ask: f"return {ask}(text)"),
    st.tuples(CONDITIONS, ASKS).map(lambda p: f"if {p[0]}:\n    return {p[1]}(text)\nraise"),
    st.tuples(CONDITIONS, ASKS).map(lambda p: f"if {p[0]}:\n    raise\nreturn {p[1]}(text)"),
)
STEPS = st.one_of(
    st.tuples(ASKS, TYPES, HANDLED).map(
        lambda p: f"try:\n    return {p[0]}(text)\nexcept {p[1]} as error:\n{_in(p[2])}"
    ),
    st.tuples(ASKS, HANDLED).map(
        lambda p: (
            f"for attempt in range(limit):\n    try:\n        return {p[0]}(text)\n"
            f"    except Exception as error:\n{_in(p[1], 8)}"
        )
    ),
    st.tuples(ASKS, ASKS).map(
        lambda p: (
            f"for ask in ({p[0]}, {p[1]}):\n    try:\n        return ask(text)\n"
            "    except Exception:\n        continue"
        )
    ),
    ASKS.map(lambda ask: f"if flag():\n    return {ask}(text)"),
    ASKS.map(lambda ask: f"found = {ask}(text)\nif found:\n    return found"),
)
LAST = st.sampled_from(("return None", "raise RuntimeError", "return gemini(text)"))
DOMAINS = ("openai", "anthropic", "google")


def _in(code: str, by: int = 4) -> str:
    return "\n".join(" " * by + line for line in code.splitlines())


def outcomes(root: Path, words: set[str]) -> str:
    reader = DomainReader(shipped()[0])
    loss = Loss("", tuple(d for word in sorted(words) for d in reader.read(word)))
    report, effects = audit_module.audit_loss([root], Settings(), loss)
    flows = zip(report.workflows, effects, strict=True)
    [effect] = [effect for flow, effect in flows if flow.kind != "library"]
    return effect.outcome


@settings(max_examples=8, deadline=None)
@given(
    st.lists(STEPS, min_size=1, max_size=3), LAST,
    st.sets(st.sampled_from(DOMAINS), min_size=1), st.sets(st.sampled_from(DOMAINS)),
)  # fmt: skip
def test_what_has_stopped_does_not_come_back_when_more_is_lost(
    steps: list[str], last: str, some: set[str], more: set[str]
) -> None:
    body = _in("\n".join((*steps, last)))
    code = f"{HEAD}\ndef main(text):\n{body}\n\n\nif __name__ == '__main__':\n    main('hi')\n"
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        audit_with_shipped(patch)
        Path(folder, "app.py").write_text(code, encoding="utf-8")
        before, after = outcomes(Path(folder), some), outcomes(Path(folder), some | more)
    if before in ("stops", "degrades"):
        assert after not in ("survives", "untouched"), code
