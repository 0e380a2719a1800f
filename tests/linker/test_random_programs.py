"""Any program is audited, loses nothing else, and says the same twice."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.model.report import AuditReport
from auditor.report import View
from auditor.report.json_report import render
from tests.linker.modules import SOUND, SOUND_CALL
from tests.linker.reading import AuditTree, Target, direct, place, target

# ------------------------------------------------------------------ programs made at random

#: Statements over a few shared names, so that they meet each other in odd ways.
TEMPLATES = (
    "{a} = OpenAI()",
    "{a} = {b}",
    "{a} = '{text}'",
    "{a} = {{'{text}': {b}, 'model': '{text}'}}",
    "{a} = [{b}, {c}]",
    "{a} = {b}[{c}]",
    "{a} = {b}.{c}",
    "{a} = {b}({c})",
    "{a} = {b} or {c}",
    "{a} = {b} + {c}",
    "{a} = f'{{{b}}}-{text}'",
    "{a} = {b} if {c} else {a}",
    "{a}.{b} = {c}",
    "{a}[{b}] = {c}",
    "{a}, *{b} = {c}",
    "{a} = lambda {b}: {c}({b})",
    "{a} = [{b} for {b} in {c}]",
    "{a} = os.getenv('{text}', {b})",
    "{a} = partial({b}, {c})",
    "{a}.append({b})",
    "{a}.update({b})",
    "{a} = {b}.responses.create(model={c}, input='x')",
    "{a} = litellm.completion(model={b}, messages={c})",
    "{a} = litellm.completion(**{b})",
    "{a} = litellm.Router(model_list={b}).completion(model={c})",
    "{a} = {b}.with_options(base_url={c})",
    "{a} = ChatOpenAI(model={b}).with_fallbacks([{c}])",
    "{a} = {b} | {c}",
    "{a}.invoke({b})",
    "{a} = Thread(target={b}, args={c})",
    "{a} = [{b}({c}) for {b} in {c}]",
    "{a} = sorted({b}, key={c})",
    "{a} = getattr({b}, {c})",
    "{a} = {b} % {c}",
    "{a} = {b}.get({c}, {a})",
    "self.{a} = {b}",
    "super().__init__({a}, **{b})",
    "app.include_router({a}, prefix={b})",
    "({a} := {b})",
    "{a} += {b}",
    "import {a}",
    "from one import *",
    "from two import {a}, {b}",
    "global {a}",
    "del {a}",
    "return {a}",
    "raise {a}",
    "yield {a}",
    "pass",
)


BLOCKS = (
    "if {a}:",
    "while {a}:",
    "for {a} in {b}:",
    "with {a} as {b}:",
    "try:",
    "def {a}({b}, {c}={a}, *args, **{b}s):",
    "class {a}({b}):",
    "@property\ndef {a}(self):",
    "@{a}\ndef {b}({c}):",
    "@app.get('/{a}')\nasync def {b}({c}=Depends({a})):",
    "match {a}:",
)


HEAD = """import os
from functools import partial
from threading import Thread

import litellm
from fastapi import Depends, FastAPI
from langchain_openai import ChatOpenAI
from openai import OpenAI

app = FastAPI()
"""


names = st.sampled_from(("client", "model", "ask", "config", "self", "one"))


texts = st.sampled_from(("gpt-4o", "claude-sonnet-4-5", "MODEL", "ollama/llama3.1", "{}", "%s"))


@st.composite
def statements(draw: st.DrawFn, depth: int = 0) -> list[str]:
    """A few lines of a program that parses, whatever they may mean."""
    lines: list[str] = []
    for _ in range(draw(st.integers(1, 4))):
        words = {"a": draw(names), "b": draw(names), "c": draw(names), "text": draw(texts)}
        if depth < 3 and draw(st.booleans()):
            head = draw(st.sampled_from(BLOCKS)).format(**words)
            body = draw(statements(depth + 1))
            if head.startswith("match"):
                body = ["case 'gpt-4o' | None:", *(f"    {line}" for line in body)]
            lines += [*head.split("\n"), *(f"    {line}" for line in body)]
            if head == "try:":
                lines += ["except ValueError:", f"    {words['a']} = None"]
        else:
            lines.append(draw(st.sampled_from(TEMPLATES)).format(**words))
    return lines


@settings(
    max_examples=30,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(one=statements(), two=statements())
def test_any_program_is_audited_and_twice_the_same(
    audit_tree: AuditTree, one: list[str], two: list[str]
) -> None:
    files = {
        "one.py": HEAD + "\n".join(one) + "\n",
        "two.py": HEAD + "\n".join(two) + "\n",
        "sound.py": SOUND,
    }
    first = audit_tree(files)
    again = audit_tree(files)
    assert render(first, View()) == render(again, View())
    assert targets_of(first, "sound.py") == SOUND_CALL


def targets_of(report: AuditReport, path: str) -> dict[str, Target]:
    """The targets in one file, where other files may hold several calls on a line."""
    return {place(call): target(call) for call in direct(report) if call.path == path}
