"""A time limit around both vendors runs out before the second one is asked."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

CODE = """
import asyncio

import anthropic
import anyio
import async_timeout
import fastapi
import openai

app = fastapi.FastAPI()
gpt = openai.AsyncOpenAI(OPTIONS)
claude = anthropic.AsyncAnthropic()


async def ask_gpt(text):
    return await gpt.responses.create(model="gpt-4o", input=text)


async def ask_claude(text):
    return await claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


async def either(text):
    try:
        return await FIRST
    except Exception:
        return await ask_claude(text)


@app.get("/ask")
async def answer(text: str):
    BODY
"""
PLAIN = "ask_gpt(text)"
SHORT = "asyncio.wait_for(ask_gpt(text), timeout=5)"
SLOW, QUICK = "timeout=60, max_retries=2", "timeout=5, max_retries=1"


def end(audit_tree: AuditTree, body: str, first: str = PLAIN, options: str = SLOW) -> str:
    """What becomes of the route at the loss of the first vendor."""
    code = CODE.replace("OPTIONS", options).replace("FIRST", first).replace("BODY", body)
    report = audit_tree({"app.py": code})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    return route.on_loss["openai"]


@pytest.mark.parametrize(
    "body",
    [
        "return await asyncio.wait_for(either(text), 30)",
        "return await asyncio.wait_for(either(text), timeout=30)",
        "async with asyncio.timeout(30):\n        return await either(text)",
        "async with async_timeout.timeout(30):\n        return await either(text)",
        "with anyio.fail_after(30):\n        return await either(text)",
        "task = asyncio.wait_for(either(text), 30)\n    return await task",
    ],
)
def test_a_limit_around_both_ends_both(audit_tree: AuditTree, body: str) -> None:
    assert end(audit_tree, body) == "stops"


def test_a_limit_around_both_is_told_with_the_call(audit_tree: AuditTree) -> None:
    body = "return await asyncio.wait_for(either(text), 30)"
    code = CODE.replace("OPTIONS", SLOW).replace("FIRST", PLAIN).replace("BODY", body)
    report = audit_tree({"app.py": code})
    (call,) = [call for call in report.calls if call.vendors == ("openai",)]
    assert (call.verdict, call.leaks) == ("none", ("slow", "timeout"))
    line = 1 + code.strip().splitlines().index(f"    {body}")
    assert any(e.line == line and "less time" in e.says for e in call.evidence)


@pytest.mark.parametrize(
    ("body", "first", "options"),
    [
        # Each link has its own limit, or gives up before the one around both.
        ("return await either(text)", SHORT, SLOW),
        ("return await asyncio.wait_for(either(text), 30)", SHORT, SLOW),
        ("return await asyncio.wait_for(either(text), 30)", PLAIN, QUICK),
        ("return await asyncio.wait_for(either(text), 300)", PLAIN, SLOW),
        ("return await asyncio.wait_for(either(text), None)", PLAIN, SLOW),
        # What runs out of time is caught, and the second vendor asked outside.
        (
            "try:\n        return await asyncio.wait_for(ask_gpt(text), 5)\n"
            "    except TimeoutError:\n        return await ask_claude(text)\n"
            "    except Exception:\n        return await ask_claude(text)",
            PLAIN,
            SLOW,
        ),
    ],
)
def test_a_limit_that_leaves_time_for_the_second_does_no_harm(
    audit_tree: AuditTree, body: str, first: str, options: str
) -> None:
    assert end(audit_tree, body, first, options) == "survives"


def test_a_limit_is_no_error_of_the_library(audit_tree: AuditTree) -> None:
    body = (
        "try:\n        return await asyncio.wait_for(ask_gpt(text), 5)\n"
        "    except openai.OpenAIError:\n        return await ask_claude(text)"
    )
    assert end(audit_tree, body) == "stops"


def test_nobody_knows_how_long_it_waits(audit_tree: AuditTree) -> None:
    body = "return await asyncio.wait_for(either(text), 30)"
    assert end(audit_tree, body, options="timeout=read_timeout()") == "unknown"


THREADS = """
from concurrent.futures import ThreadPoolExecutor

import anthropic
import flask
import openai

app = flask.Flask(__name__)
gpt = openai.OpenAI(timeout=60)
claude = anthropic.Anthropic()


def ask_gpt(text):
    return gpt.responses.create(model="gpt-4o", input=text)


def ask_claude(text):
    return claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[])


def either(text):
    try:
        return ask_gpt(text)
    except Exception:
        return ask_claude(text)


@app.get("/ask")
def answer(text="hello"):
    with ThreadPoolExecutor() as pool:
        BODY
"""
EACH = """try:
            return pool.submit(ask_gpt, text).result(timeout=5)
        except Exception:
            return pool.submit(ask_claude, text).result(timeout=30)"""


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return pool.submit(either, text).result(timeout=5)", "stops"),
        ("return pool.submit(either, text).result(5)", "stops"),
        ("return pool.submit(either, text).result()", "survives"),
        ("return pool.submit(either, text).result(timeout=600)", "survives"),
        (EACH, "survives"),
    ],
)
def test_a_thread_that_is_waited_for_only_so_long(
    audit_tree: AuditTree, body: str, expected: str
) -> None:
    report = audit_tree({"app.py": THREADS.replace("BODY", body)})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    assert route.on_loss["openai"] == expected
