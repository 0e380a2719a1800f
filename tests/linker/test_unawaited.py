"""A handler that gives back a coroutine has asked nobody."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

CODE = """
import anthropic
import fastapi
import openai

app = fastapi.FastAPI()
gpt = openai.AsyncOpenAI()
claude = anthropic.AsyncAnthropic()


async def ask_gpt(text):
    return await gpt.responses.create(model="gpt-4o", input=text)


async def ask_claude(text):
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def to_claude(text):
    return ask_claude(text)


@app.get("/ask")
async def answer(text: str):
    try:
        return await ask_gpt(text)
    except Exception:
        GIVEN
"""


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("return ask_claude(text)", "degrades"),
        ("return await ask_claude(text)", "survives"),
        ("return await to_claude(text)", "survives"),
        ("reply = await ask_claude(text)\n        return reply", "survives"),
    ],
)
def test_a_coroutine_is_no_answer(audit_tree: AuditTree, given: str, expected: str) -> None:
    report = audit_tree({"app.py": CODE.replace("GIVEN", given)})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    assert route.on_loss["openai"] == expected
