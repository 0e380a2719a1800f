"""What is so as long as all goes well: candidates are there, and nobody calls the work off."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

HEAD = """
import os

from anthropic import Anthropic
from openai import OpenAI


class Gpt:
    def __init__(self):
        self.client = OpenAI()

    def ask(self, text):
        return self.client.responses.create(model="gpt-4o", input=text)


class Claude:
    def __init__(self):
        self.client = Anthropic()

    def ask(self, text):
        messages = self.client.messages
        return messages.create(model="claude-sonnet-4-5", max_tokens=9, messages=[text])


"""
CHAIN = """
class Chain:
    def __init__(self):
        self.first, self.second, self.others = Gpt(), None, []
        if os.getenv("ANTHROPIC_API_KEY"):
            self.others.append(Claude())

    def ready(self):
        if self.second is None:
            self.second = Claude()
        return self.second

    def ask(self, text, stop):
        try:
            return self.first.ask(text)
        except Exception:
            {handler}


def run(text, stop):
    return Chain().ask(text, stop)
"""


def verdict(audit_tree: AuditTree, body: str) -> str:
    report = audit_tree({"answer.py": HEAD + body})
    (call,) = [c for c in report.calls if c.vendors == ("openai",) and c.via != "wrapper"]
    return call.verdict


@pytest.mark.parametrize(
    "handler",
    [
        "if not self.others: raise\n            return self.others[0].ask(text)",
        "if len(self.others) == 0: raise\n            return self.others[0].ask(text)",
        "if len(self.others) > 0: return self.others[0].ask(text)\n            raise",
        "if stop.is_cancelled(): raise\n            return self.ready().ask(text)",
    ],
)
def test_a_candidate_that_was_made_is_there(audit_tree: AuditTree, handler: str) -> None:
    assert verdict(audit_tree, CHAIN.format(handler=handler)) == "cross-vendor"


@pytest.mark.parametrize(
    "handler",
    [
        # Who knows whether there is anything in a list that somebody else fills?
        "if not stop.others: raise\n            return self.others[0].ask(text)",
        "if self.second is None: raise\n            return self.ready().ask(text)",
        "if self.others: raise\n            return self.others[0].ask(text)",
        "if not stop.is_cancelled(): raise\n            return self.ready().ask(text)",
    ],
)
def test_what_speaks_against_it_counts(audit_tree: AuditTree, handler: str) -> None:
    assert verdict(audit_tree, CHAIN.format(handler=handler)) != "cross-vendor"


def test_answers_that_were_gathered_are_no_candidates(audit_tree: AuditTree) -> None:
    body = """
def run(text):
    found = []
    try:
        found.append({"text": Gpt().ask(text)})
    except Exception:
        pass
    if not found:
        raise RuntimeError("no answer")
    return found[0]
"""
    report = audit_tree({"answer.py": HEAD + body})
    (flow,) = [flow for flow in report.workflows if flow.name == "run"]
    assert flow.on_loss["openai"] in ("stops", "unknown", "degrades")


def test_what_is_asked_only_where_nothing_is_kept_is_asked(audit_tree: AuditTree) -> None:
    body = """
class Kept:
    def __init__(self):
        self.kept = None

    def ask(self, text):
        if self.kept is None:
            self.kept = Gpt()
            return self.kept.ask(text)
        return "kept"


def run(text):
    return Kept().ask(text)
"""
    report = audit_tree({"answer.py": HEAD + body})
    (flow,) = [flow for flow in report.workflows if flow.name == "run"]
    assert flow.on_loss["openai"] == "stops"


def test_two_clients_are_told_apart(audit_tree: AuditTree) -> None:
    body = """
first = OpenAI(base_url="https://api.deepseek.com", api_key=os.environ["DEEPSEEK_API_KEY"])
second = OpenAI()


def ask(client, model, other, text):
    try:
        return client.chat.completions.create(model=model, messages=[text])
    except Exception:
        if client != other:
            return other.chat.completions.create(model="gpt-4o", messages=[text])
        raise


def run(text):
    return ask(first, "deepseek-chat", second, text)
"""
    report = audit_tree({"answer.py": HEAD + body})
    (call,) = [c for c in report.calls if c.vendors == ("deepseek",) and c.via != "wrapper"]
    assert call.verdict == "cross-vendor"


@pytest.mark.parametrize(
    "made",
    [
        # Added by a method that nobody runs, behind a switch that is off, and by another route.
        "class Kept:\n    def __init__(self):\n        self.others = []\n\n"
        "    def enable(self):\n        self.others.append(Claude())\n\n\nkept = Kept()\n",
        "class Kept:\n    def __init__(self):\n        self.others = []\n"
        "        if os.getenv('USE_CLAUDE'):\n            self.others.append(Claude())\n\n\n"
        "kept = Kept()\n",
        "class Kept:\n    others = []\n\n\nkept = Kept()\n\n\n"
        "def enable():\n    kept.others.append(Claude())\n",
    ],
)
def test_what_may_never_be_added_is_not_there(audit_tree: AuditTree, made: str) -> None:
    body = f"""
{made}

def run(text):
    try:
        return Gpt().ask(text)
    except Exception:
        if not kept.others:
            raise
        return kept.others[0].ask(text)
"""
    assert verdict(audit_tree, body) != "cross-vendor"


@pytest.mark.parametrize("leaves", ["continue", "break"])
@pytest.mark.parametrize("test", ["not query", 'query == ""'])
def test_a_loop_that_passes_over_a_field_that_was_left_out_covers_nothing(
    audit_tree: AuditTree, test: str, leaves: str
) -> None:
    report = audit_tree(
        {
            "talk.py": f"""
                import json

                from openai import OpenAI

                client = OpenAI()


                def talk(line):
                    while True:
                        query = json.loads(line.receive()).get("query", "")
                        if {test}:
                            line.send("Please ask something")
                            {leaves}
                        line.send(client.responses.create(model="gpt-4o", input=query))
            """
        }
    )
    (workflow,) = report.workflows
    assert workflow.on_loss["openai"] == "stops"
