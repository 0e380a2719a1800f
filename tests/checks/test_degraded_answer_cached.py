"""Apologies that are kept as answers, and answers that are kept as they should be."""

from __future__ import annotations

import pytest

from tests.checks.trees import desk, found, the
from tests.linker.reading import AuditTree

HEAD = """
from functools import lru_cache
import openai

client = openai.OpenAI()
cache = {}

"""
ASK = """def ask(text):
    try:
        return client.chat.completions.create(model="gpt-4o", messages=[text])
    except Exception:
        return "Please try again later."

"""
DECORATED = HEAD + "@lru_cache(maxsize=99)\n" + ASK.replace("ask(", "answer(")
HANDED_ON = f"""{HEAD}{ASK}@lru_cache
def answer(text):
    return ask(text)
"""
BY_HAND = f"""{HEAD}def answer(text):
    if text in cache:
        return cache[text]
    try:
        said = client.chat.completions.create(model="gpt-4o", messages=[text])
    except openai.APIError:
        said = "Please try again later."
    cache[text] = said
    return said
"""
FROM_ANOTHER = f"""{HEAD}{ASK}def answer(text):
    known = redis_client.get(text)
    if known:
        return known
    said = ask(text)
    redis_client.setex(text, 3600, said)
    return said
"""
SAID = BY_HAND.replace('"Please try again later."', '{"text": "Sorry", "ok": False}')

LEFT = BY_HAND.replace('said = "Please', 'return "Please')
IN_TIME = f"""{HEAD}def answer(text):
    if text in cache:
        return cache[text]
    try:
        said = client.chat.completions.create(model="gpt-4o", messages=[text])
        cache[text] = said
    except openai.APIError:
        said = "Please try again later."
    return said
"""
ASKED = BY_HAND.replace("    cache[text] = said", "    if good(said):\n        cache[text] = said")
RAISED = DECORATED.replace('return "Please try again later."', "raise")
UNREAD = BY_HAND.replace("    if text in cache:\n        return cache[text]\n", "")
ELSEWHERE = BY_HAND.replace("cache[text] = said", 'log("cache", said)')


@pytest.mark.parametrize("source", [DECORATED, HANDED_ON, BY_HAND, FROM_ANOTHER, SAID])
def test_an_apology_that_is_kept_is_told(audit_tree: AuditTree, source: str) -> None:
    finding = the(audit_tree(desk(source)).findings, "degraded-answer-cached")
    assert finding.severity.value == "medium"
    assert finding.message == (
        '"POST /tickets": what is said while OpenAI is down is kept, and said again afterwards'
    )


def test_the_lines_are_those_of_the_handler_the_store_and_the_look_into_it(
    audit_tree: AuditTree,
) -> None:
    finding = the(audit_tree(desk(BY_HAND)).findings, "degraded-answer-cached")
    assert (finding.path, finding.line) == ("desk/llm.py", 14)
    assert [(step.line, step.says) for step in finding.evidence[1:4]] == [
        (12, "answers the failure with a text of its own"),
        (14, "keeps what came of it"),
        (8, "looks there first"),
    ]


@pytest.mark.parametrize("source", [LEFT, IN_TIME, ASKED, RAISED, UNREAD, ELSEWHERE])
def test_real_answers_may_be_kept(audit_tree: AuditTree, source: str) -> None:
    assert found(audit_tree(desk(source)), "degraded-answer-cached") == []


def test_so_it_is_in_other_languages(audit_tree: AuditTree) -> None:
    page = """
    import OpenAI from "openai";
    import express from "express";

    const client = new OpenAI();
    const cache = new Map();
    const app = express();

    async function ask(text) {
      try {
        return await client.chat.completions.create({ model: "gpt-4o", messages: [text] });
      } catch (error) {
        return { text: "Please try again later." };
      }
    }

    app.post("/tickets", async (request, response) => {
      if (cache.has(request.body)) return response.json(cache.get(request.body));
      const said = await ask(request.body);
      cache.set(request.body, said);
      response.json(said);
    });
    """
    finding = the(audit_tree({"server.js": page}).findings, "degraded-answer-cached")
    assert (finding.path, finding.line) == ("server.js", 19)
