"""No call of a Java file is lost, whatever it stands in."""

# ruff: noqa: E501 - statements of Java stand in one line here

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.languages import read_source
from auditor.model.facts import Attr, Name
from tests.languages.conftest import walk_calls
from tests.languages.nesting import leaves, nested

EXPRESSIONS = (
    "ask({0})", "x.ask({0})", "new T({0})", "{0} + {0}", "!{0}", "({0})", "(T) {0}", "a[{0}]",
    "{0} ? {0} : {0}", "x -> {0}", "() -> {{ return {0}; }}", "y = {0}", "new T[] {{ {0} }}",
    "{0} instanceof T t", "new T() {{ void g() {{ {0}; }} }}", "switch ({0}) {{ default -> {0}; }}",
    "switch (x) {{ case 1 -> {{ yield {0}; }} default -> {0}; }}",
)  # fmt: skip
STATEMENTS = (
    "x = {0};", "var y = {0};", "return {0};", "throw {0};", "if ({0}) {{ x = {0}; }} else y = {0};",
    "while ({0}) {{ x = {0}; }}", "do {{ x = {0}; }} while ({0});", "assert {0};",
    "for (int i = {0}; {0}; i++) {{ x = {0}; }}", "for (T t : {0}) {{ x = {0}; }}",
    "try {{ x = {0}; }} catch (E e) {{ x = {0}; }} finally {{ x = {0}; }}",
    "try (T t = {0}) {{ x = {0}; }}", "synchronized ({0}) {{ x = {0}; }}",
    "switch ({0}) {{ case 1: x = {0}; break; default: y = {0}; }}",
    "class L {{ T f = {0}; void g() {{ x = {0}; }} }}",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(nested(STATEMENTS, EXPRESSIONS), max_size=4))
def test_every_call_is_kept(statements: list[str]) -> None:
    source = f"class A {{ void f() {{ {' '.join(statements)} }} }}"
    facts = read_source("java", "A.java", source.encode())
    assert leaves(facts) >= source.count("leaf()")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}()[];.,=+->:\"'@ abcnew class if try\n", max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    facts = read_source("java", "A.java", text.encode())
    assert not any(problem.code == "front-end-error" for problem in facts.problems)


def test_deep_nesting_keeps_its_calls() -> None:
    source = "class A { void f() { x = " + "ask(" * 400 + ")" * 400 + "; } }"
    calls = list(walk_calls(read_source("java", "A.java", source.encode()).body))
    assert sum(isinstance(c.callee, Name | Attr) for c in calls) == 400
