from __future__ import annotations

import pytest

from auditor.model.facts import Assign, Call, Class, Const, Evaluate, Function, Name, Try


def names(calls, facts):
    return [c.callee.id for c in calls(facts.body) if isinstance(c.callee, Name)]


def test_one_diagnostic_with_the_first_line(lower):
    facts = lower("a = 1\nb = )\nc = ]\n")
    assert [(p.code, p.line) for p in facts.problems] == [("syntax-error", 2)]


def test_a_missing_piece_is_a_syntax_error(lower):
    facts = lower("a = f(1\n")
    assert [p.code for p in facts.problems] == ["syntax-error"]


def test_statements_around_an_error_are_kept(lower):
    facts = lower("import a\nx = 1 1\ndef f():\n    return g()\nclass C:\n    y = 2\n")
    kinds = [type(s) for s in facts.body]
    assert Function in kinds
    assert Class in kinds


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("f(g(1), h(2)\n", ["g", "h"]),
        ("x = [f(), g(),\ny = h()\n", ["f", "g", "h"]),
        ("def a(:\n    f()\n", ["f"]),
        ("try:\n    f()\n    g(1,\nexcept E:\n    h()\n", ["f", "h"]),
        ("x = {'a': f(), , 'b': g()}\n", ["f", "g"]),
        ("<<<<<<< HEAD\nf()\n=======\ng()\n>>>>>>> b\n", ["f", "g"]),
        ("with f( as x:\n    g()\n", ["g"]),
        ("match f(:\n  case 1:\n    g()\n", ["g"]),
        ("@f(\ndef a():\n    g()\n", ["g"]),
        ("class A(f():\n    def b(self):\n        g()\n", ["f", "g"]),
    ],
)
def test_calls_in_broken_code(lower, calls, source, expected):
    facts = lower(source)
    assert [p.code for p in facts.problems] == ["syntax-error"]
    assert set(names(calls, facts)) >= set(expected)
    assert len(calls(facts.body)) == len({c.span for c in calls(facts.body)})


def test_templates_do_not_hide_what_follows(lower):
    facts = lower("{% if x %}\nimport {{ name }}\n{% endif %}\ny = f(1)\n")
    assert any(isinstance(s, Assign) and isinstance(s.value, Call) for s in facts.body)


def test_an_error_inside_a_block_stays_in_it(lower):
    facts = lower("try:\n    a = 1 1\n    f()\nexcept E:\n    g()\nh()\n")
    attempt, last = facts.body
    assert isinstance(attempt, Try)
    assert len(attempt.handlers) == 1
    assert isinstance(last, Evaluate)


def test_python_2_is_no_error(lower, calls):
    facts = lower(
        "print 'a' % f()\nexec 'b'\nraise E, 'c'\nx = 0777L\ny = ur'd'\nz = `e`\n"
        "try: g()\nexcept E, e: print >>h(), e\n"
    )
    assert facts.problems == ()
    assert names(calls, facts) == ["f", "g", "h"]


def test_a_string_with_parts_that_only_an_error_made(lower):
    facts = lower("x = 'a'\nif hasat f'{f(1)}\n")
    assert Assign((Name("x", 1),), Const("a", 1), None, "", 1) in facts.body
