from __future__ import annotations

import pytest

from auditor.languages import read_source
from auditor.languages.javascript import parse
from auditor.model.facts import Class, Function, Name, Try
from auditor.model.source import Severity
from tests.deadline import within


def lower(source, language="typescript"):
    return read_source(language, f"a.{language}", source.encode())


def names(calls, facts):
    return [c.callee.id for c in calls(facts.body) if isinstance(c.callee, Name)]


def test_one_diagnostic_with_the_first_line():
    facts = lower("let a = 1\nlet b = )\nlet c = ]\n")
    assert [(p.code, p.line) for p in facts.problems] == [("syntax-error", 2)]


def test_a_missing_piece_is_a_syntax_error():
    assert [p.code for p in lower("a = f(1\n").problems] == ["syntax-error"]


def test_statements_around_an_error_are_kept():
    facts = lower(
        "import a from 'a'\nlet x = 1 1\nfunction f() { return g() }\nclass C { y = 2 }\n"
    )
    kinds = [type(s) for s in facts.body]
    assert Function in kinds
    assert Class in kinds


@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("f(g(1), h(2)\n", ["g", "h"]),
        ("let x = [f(), g(),\nlet y = h()\n", ["f", "g", "h"]),
        ("x = {'a': f() 'b': g()}\n", ["f", "g"]),
        ("f()\n=======\ng()\n", ["f", "g"]),
        ("if (f() {\n  g()\n}\n", ["f", "g"]),
        ("class A { b() { f() }\n", ["f"]),
        ("const a = () => { f(); g(\n", ["f"]),
        ("switch (f()) { case 1: g(); h( }", ["f", "g"]),
        ("async function f() { x = await g(); try { h() } catch (e) { i( } }", ["g", "h"]),
        ("{% if x %}\nf()\n{% endif %}\n", ["f"]),
    ],
)
def test_calls_in_broken_code(calls, source, expected, language):
    facts = lower(source, language)
    assert [p.code for p in facts.problems] == ["syntax-error"]
    assert set(names(calls, facts)) >= set(expected)
    assert len(calls(facts.body)) == len({c.span for c in calls(facts.body)})


def test_an_error_inside_a_block_stays_in_it():
    facts = lower("try { a = 1 1; f() } catch (e) { g() }\nh()\n")
    attempt, *_ = facts.body
    assert isinstance(attempt, Try)
    assert len(attempt.handlers) == 1


def test_strings_that_are_not_closed(calls):
    facts = lower("f('abc\ng('d')", "javascript")
    assert "g" in names(calls, facts)


ENDLESS = "[e void in function</a>5)o<n m p "


def test_a_parser_that_comes_to_no_end_is_stopped(calls):
    with within(60):
        facts = lower(f"f()\n{ENDLESS}", "tsx")
    assert [p.code for p in facts.problems] == ["syntax-error"]
    assert "f" in names(calls, facts)


def test_what_no_grammar_can_read_is_a_diagnostic(monkeypatch):
    monkeypatch.setattr("auditor.languages.javascript.parse._FIRST_ASKED", -1_000_000)
    facts = lower("let a = [" + "1, " * 1000 + "]")
    assert (facts.body, facts.lines) == ((), 1)
    assert [(p.code, p.severity) for p in facts.problems] == [("not-parsed", Severity.ERROR)]


@pytest.mark.parametrize("language", ["typescript", "tsx"])
def test_text_with_ever_more_readings_is_given_up_early(monkeypatch, language):
    """Each `a<b` may begin a list of types: the grammar keeps all of these readings in step."""
    grammars = []
    parse_once = parse.parse

    def counted(text, grammar):
        root = parse_once(text, grammar)
        grammars.append((grammar, root is not None))
        return root

    monkeypatch.setattr(parse, "parse", counted)
    lower("a<b," * 20_000, language)
    assert grammars[0] == (language, False)
    assert grammars[-1] == ("javascript", True)
