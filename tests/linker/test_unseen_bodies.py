"""Requests in handlers of bodies that ask nobody known: whether they are made, nobody can tell."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
from anthropic import Anthropic
from openai import OpenAI

from cache import store


def gpt(text):
    return OpenAI().responses.create(model="gpt-4o", input=text)


def claude(text):
    return Anthropic().messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


"""


def losses(audit_tree: AuditTree, body: str) -> dict[str, str]:
    """What becomes of ``run`` when each of the two vendors is lost."""
    report = audit_tree({"answer.py": HEAD + body})
    (flow,) = [flow for flow in report.workflows if flow.name == "run"]
    return {name: word for name, word in flow.on_loss.items() if name in ("openai", "anthropic")}


@pytest.mark.parametrize(
    "body",
    [
        "def run(text):\n    try:\n        return store.local_model(text)\n"
        "    except store.Down:\n        return gpt(text)\n",
        "def run(text):\n    try:\n        answer = store.local_model(text)\n"
        "    except Exception:\n        answer = gpt(text)\n    return answer\n",
        "def run(text):\n    try:\n        return store.local_model(text)\n"
        "    except TimeoutError:\n        pass\n    return gpt(text)\n",
        "def run(text):\n    for place in store.places:\n        try:\n"
        "            return place.model(text)\n        except Exception:\n"
        "            return gpt(text)\n",
    ],
)
def test_a_workflow_that_asks_in_a_handler_alone_does_not_survive(
    audit_tree: AuditTree, body: str
) -> None:
    assert losses(audit_tree, body) == {"openai": "unknown"}


@pytest.mark.parametrize(
    "body",
    [
        "def run(text):\n    try:\n        return store[text]\n"
        "    except KeyError:\n        return gpt(text)\n",
        "def run(text):\n    try:\n        return store[text]\n    except KeyError:\n"
        "        pass\n    return gpt(text)\n",
        "def run(text):\n    for key in (text, text.lower()):\n        try:\n"
        "            return store[key]\n        except KeyError:\n            return gpt(text)\n",
        "import json\n\n\ndef run(text):\n    try:\n        return json.loads(text)\n"
        "    except json.JSONDecodeError:\n        return gpt(text)\n",
    ],
)
def test_a_key_that_is_missing_is_a_condition_like_another(
    audit_tree: AuditTree, body: str
) -> None:
    assert losses(audit_tree, body) == {"openai": "stops"}


def test_in_a_page_that_talks_over_something_unknown_first(audit_tree: AuditTree) -> None:
    page = """
        import OpenAI from "openai";
        export async function run(input) {
          try {
            return await window.channel.send(input);
          } catch {
            return new OpenAI().responses.create({ model: "gpt-4o", input });
          }
        }
    """
    (flow,) = audit_tree({"page.mjs": page}).workflows
    assert flow.on_loss == {"openai": "unknown", "platform:openai-api": "unknown"}


def test_what_is_asked_there_has_a_verdict_of_its_own(audit_tree: AuditTree) -> None:
    body = (
        "def run(text):\n    try:\n        return store[text]\n    except KeyError:\n"
        "        try:\n            return gpt(text)\n"
        "        except Exception:\n            return claude(text)\n"
    )
    assert losses(audit_tree, body) == {"openai": "survives", "anthropic": "survives"}
    report = audit_tree({"answer.py": HEAD + body})
    verdicts = {c.vendors: c.verdict for c in report.calls if c.via != "wrapper"}
    assert verdicts[("openai",)] == "cross-vendor"


def test_what_is_asked_before_counts_as_ever(audit_tree: AuditTree) -> None:
    body = (
        "def run(text):\n    answer = gpt(text)\n    try:\n        return store.parse(answer)\n"
        "    except ValueError:\n        return claude(text)\n"
    )
    assert losses(audit_tree, body) == {"openai": "stops", "anthropic": "stops"}


def test_a_handler_that_asks_nobody_changes_nothing(audit_tree: AuditTree) -> None:
    body = (
        "def run(text):\n    try:\n        key = store[text]\n    except KeyError:\n"
        "        key = None\n    try:\n        return gpt(key)\n    except Exception:\n"
        "        return claude(key)\n"
    )
    assert losses(audit_tree, body) == {"openai": "survives", "anthropic": "survives"}
