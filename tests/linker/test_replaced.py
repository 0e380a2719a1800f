"""Functions of libraries that the program replaces while it runs."""

from __future__ import annotations

import pytest

from tests.linker.reading import AuditTree

CODE = """
import os

import anthropic
import flask
import openai

app = flask.Flask(__name__)
gpt = openai.OpenAI()
other_gpt = openai.OpenAI(base_url="https://gpt.example.com/v1")
claude = anthropic.Anthropic()


def ask_claude(**given):
    return claude.messages.create(model="claude-sonnet-4-5", max_tokens=9, **given)


def with_claude(original):
    def ask(*args, **given):
        try:
            return original(*args, **given)
        except Exception:
            return ask_claude(messages=given["messages"])

    return ask


def or_nothing(original):
    def ask(*args, **given):
        try:
            return original(*args, **given)
        except Exception:
            return None

    return ask


def guarded(*args, **given):
    return with_claude(own)(*args, **given)


own = gpt.chat.completions.create
SET


@app.get("/ask")
def answer():
    return CALL(model="gpt-4o", messages=[]).choices[0].message.content
"""
MODULE, CLIENT = "openai.chat.completions.create", "gpt.chat.completions.create"


def lost(audit_tree: AuditTree, call: str, *lines: str) -> str:
    """What becomes of the route at the loss of the first vendor."""
    code = CODE.replace("SET", "\n".join(lines)).replace("CALL", call)
    report = audit_tree({"app.py": code})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    return route.on_loss["openai"]


@pytest.mark.parametrize(
    ("call", "line"),
    [
        (MODULE, f"{MODULE} = with_claude({MODULE})"),
        (CLIENT, f"{CLIENT} = with_claude({CLIENT})"),
        (CLIENT, f"{CLIENT} = guarded"),
        (CLIENT, 'setattr(gpt.chat.completions, "create", guarded)'),
    ],
)
def test_what_stands_in_its_place_is_called(audit_tree: AuditTree, call: str, line: str) -> None:
    assert lost(audit_tree, call, line) == "survives"


@pytest.mark.parametrize(
    ("call", "lines"),
    [
        (MODULE, ("pass",)),
        (CLIENT, (f"{MODULE} = with_claude({MODULE})",)),
        (CLIENT, ("other_gpt.chat.completions.create = guarded",)),
        (MODULE, (f"{MODULE} = or_nothing({MODULE})",)),
        (MODULE, ("if os.path.exists('on'):", f"    {MODULE} = with_claude({MODULE})")),
        (MODULE, (f"before = {MODULE}", f"{MODULE} = with_claude(before)", f"{MODULE} = before")),
        # Of what some other library makes of it nobody knows what it does with an error.
        (MODULE, (f"from safe_llm import wrap\n{MODULE} = wrap({MODULE}, spare='claude')",)),
    ],
)
def test_what_may_not_stand_there_covers_nothing(
    audit_tree: AuditTree, call: str, lines: tuple[str, ...]
) -> None:
    assert lost(audit_tree, call, *lines) != "survives"


def test_what_nobody_has_seen_is_named(audit_tree: AuditTree) -> None:
    line = f"from safe_llm import wrap\n{MODULE} = wrap({MODULE}, spare='claude')"
    report = audit_tree({"app.py": CODE.replace("SET", line).replace("CALL", MODULE)})
    (call,) = [c for c in report.calls if c.function == "answer"]
    assert any("replaced here" in evidence.says for evidence in call.evidence)


def test_what_tests_replace_is_not_the_programs(audit_tree: AuditTree) -> None:
    code = CODE.replace("SET", "pass").replace("CALL", MODULE)
    test = f"import openai\nfrom app import with_claude\n{MODULE} = with_claude({MODULE})\n"
    report = audit_tree({"app.py": code, "tests/test_app.py": test})
    (route,) = [workflow for workflow in report.workflows if workflow.kind == "http"]
    assert route.on_loss["openai"] != "survives"
