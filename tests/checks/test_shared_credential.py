"""A key that may be anybody's is no reason to call a fallback refused that is sent its own."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

APP = """
import os

import anthropic
import openai

EITHER = os.environ.get("ANTHROPIC_API_KEY") or os.environ["OPENAI_API_KEY"]


def main(text):
    try:
        return openai.OpenAI(api_key=FIRST).chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        other = anthropic.Anthropic(api_key=SECOND)
        return other.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


if __name__ == "__main__":
    main("x")
"""
CLAUDE = 'os.environ["ANTHROPIC_API_KEY"]'
GPT = 'os.environ["OPENAI_API_KEY"]'


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("EITHER", CLAUDE, "cross-vendor"),
        (GPT, CLAUDE, "cross-vendor"),
        ("EITHER", "EITHER", "none"),
        ("EITHER", GPT, "none"),
        (GPT, GPT, "none"),
        (GPT, "EITHER", "none"),
        ('os.environ["LLM_KEY"]', 'os.environ["LLM_KEY"]', "none"),
    ],
)
def test_whoever_is_sent_its_own_key_is_not_refused(
    audit_tree: AuditTree, first: str, second: str, verdict: str
) -> None:
    report = audit_tree({"app.py": APP.replace("FIRST", first).replace("SECOND", second)})
    call = next(one for one in report.calls if "openai" in one.vendors)
    assert call.verdict == verdict
    assert ("shared-credential" in {one.check for one in report.findings}) == (verdict == "none")
