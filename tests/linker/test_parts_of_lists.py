"""What is asked through a part of a list: ``ALL[1:]``."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

CODE = """
import anthropic
import flask
import openai

app = flask.Flask(__name__)
gpt = openai.OpenAI(timeout=5, max_retries=1)
claude = anthropic.Anthropic(timeout=5, max_retries=1)


def ask_gpt(text):
    said = [{"role": "user", "content": text}]
    return gpt.chat.completions.create(model="gpt-4o", messages=said)


def ask_claude(text):
    said = [{"role": "user", "content": text}]
    return claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=said)


ALL = [ask_gpt, ask_claude]


@app.get("/ask")
def answer(number=1):
    BODY
"""

LOOP = """for ask in PART:
        try:
            return ask("hello")
        except Exception:
            continue
    raise RuntimeError"""
BEHIND = """try:
        return ALL[0]("hello")
    except Exception:
        for ask in PART:
            return ask("hello")"""


@pytest.mark.parametrize(
    ("body", "part", "losses"),
    [
        (LOOP, "ALL[::-1]", {"anthropic": "survives", "openai": "survives"}),
        (LOOP, "ALL[:2]", {"anthropic": "survives", "openai": "survives"}),
        (BEHIND, "ALL[1:]", {"anthropic": "survives", "openai": "survives"}),
        # What is left out stands in for nobody.
        (LOOP, "ALL[:1]", {"openai": "stops"}),
        (LOOP, "ALL[1:]", {"anthropic": "stops"}),
        (LOOP, "ALL[-1:]", {"anthropic": "stops"}),
        (LOOP, "ALL[::2]", {"openai": "stops"}),
        (BEHIND, "ALL[:1]", {"openai": "stops"}),
    ],
)
def test_a_part_of_a_list_holds_what_its_bounds_leave(
    audit_tree: AuditTree, body: str, part: str, losses: dict[str, str]
) -> None:
    report = audit_tree({"app.py": CODE.replace("BODY", body.replace("PART", part))})
    (flow,) = (flow for flow in report.workflows if flow.name == "GET /ask")
    assert {k: v for k, v in flow.on_loss.items() if ":" not in k} == losses


@pytest.mark.parametrize("part", ["ALL[:number]", "ALL[number:]", "ALL[2:]"])
def test_where_nobody_knows_what_is_left_it_is_asked_and_no_cover(
    audit_tree: AuditTree, part: str
) -> None:
    report = audit_tree({"app.py": CODE.replace("BODY", LOOP.replace("PART", part))})
    (flow,) = (flow for flow in report.workflows if flow.name == "GET /ask")
    assert set(flow.vendors) == {"anthropic", "openai"}
    assert "survives" not in flow.on_loss.values()
