"""Handlers that ask for the status of an error are made to go on after every outage."""

from __future__ import annotations

import pytest

from tests.remedy.conftest import Mend, changed

ASKS = """
import anthropic
import openai

gpt = openai.OpenAI(timeout=9, max_retries=1)
claude = anthropic.Anthropic(timeout=9, max_retries=1)

def main(text):
    try:
        return gpt.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.{kind} as error:
        {test}
            {then}
        {other}

if __name__ == "__main__":
    main("x")
"""
CLAUDE = 'return claude.messages.create(model="claude-opus-5-5", max_tokens=9, messages=[text])'
READ = 'getattr(error, "status_code", None)'


@pytest.mark.parametrize(
    ("test", "wider"),
    [
        ("if error.status_code == 429:", f"if {READ} not in (400, 422):"),
        ("if error.status_code >= 500:", f"if {READ} not in (400, 422):"),
        (
            "if getattr(error, 'status_code', None) in [429, 503]:",
            f"if {READ} not in (400, 422):",
        ),
        # What passed with a wrong request still does.
        (
            "if error.status_code in (400, 429):",
            f"if {READ} not in (400, 422) or (error.status_code in (400, 429)):",
        ),
        (
            "if error.response.status_code == 429:",
            'if getattr(getattr(error, "response", None), "status_code", None) not in (400, 422):',
        ),
    ],
)
def test_a_fallback_under_a_condition_on_the_status(mend_tree: Mend, test: str, wider: str) -> None:
    app = ASKS.format(kind="APIError", test=test, then=CLAUDE, other="raise")
    mended = mend_tree({"app.py": app}, checks=("narrow-fallback",), unsafe=False)
    [patch] = mended.patches
    assert patch.kind == "wider-handler"
    assert changed(mended) == [wider]


@pytest.mark.parametrize(
    ("test", "wider"),
    [
        ("if error.status_code != 429:", f"if {READ} in (400, 422):"),
        ("if error.status_code not in (429, 500, 503):", f"if {READ} in (400, 422):"),
        ("if not error.status_code or error.status_code < 500:", None),
    ],
)
def test_an_error_that_is_raised_again_under_a_condition_on_the_status(
    mend_tree: Mend, test: str, wider: str | None
) -> None:
    app = ASKS.format(kind="APIError", test=test, then="raise", other=CLAUDE)
    mended = mend_tree({"app.py": app}, checks=("narrow-fallback",), unsafe=False)
    old = test.removeprefix("if ").removesuffix(":")
    assert changed(mended) == [wider or f"if {READ} in (400, 422) and ({old}):"]


def test_the_type_and_the_condition_are_widened_together(mend_tree: Mend) -> None:
    app = ASKS.format(
        kind="RateLimitError", test="if error.status_code == 429:", then=CLAUDE, other="raise"
    )
    mended = mend_tree({"app.py": app}, checks=("narrow-fallback",), unsafe=False)
    assert changed(mended) == [
        "except openai.APIError as error:",
        f"if {READ} not in (400, 422):",
    ]


def test_a_condition_on_more_than_the_error_is_left_alone(mend_tree: Mend) -> None:
    app = ASKS.format(
        kind="APIError", test="if error.status_code == 429 and text:", then=CLAUDE, other="raise"
    )
    mended = mend_tree({"app.py": app}, checks=("narrow-fallback",), unsafe=False)
    assert mended.patches == ()
