from __future__ import annotations

import pickle

import pytest

from auditor.languages import read_source
from auditor.model.facts import Attr, Const, If, Mapping, Name
from tests.deadline import within

N = 1500

NESTED = {
    "parentheses": ("(" * N + "f()" + ")" * N, 1),
    "sum": ("+".join(["f()"] * 5000), 5000),
    "or": ("||".join(["f()"] * N), N),
    "calls": ("f(" * N + ")" * N, N),
    "options": ("f({a: " * N + "1" + "})" * N, N),
    "chain": ("x" + ".f()" * N, N),
    "then": ("f()" + ".then(a => b(a))" * N, 2 * N + 1),
    "members": ("x" + ".a" * N + "()", 1),
    "subscripts": ("x" + "[f()]" * N, N),
    "arrays": ("x = " + "[" * N + "f()" + "]" * N, 1),
    "objects": ("x = " + "{a:" * N + "f()" + "}" * N, 1),
    "not": ("!" * N + "f()", 1),
    "await": ("await " * N + "f()", 1),
    "await calls": ("await (" * N + "f()" + ")" * N, 1),
    "await chain": ("x = " + "await (" * N + "f()" + ").a" * N, 1),
    "new": ("new (" * N + "f()" + ")" * N, N + 1),
    "arrows": ("(a = f()) => " * N + "f()", N + 1),
    "conditional": ("f() ? f() : " * N + "f()", 2 * N + 1),
    "assignments": ("a = " * N + "f()", 1),
    "nested assignments": ("(a = " * N + "f()" + ")" * N, 1),
    "sequences": ("(f(), " * N + "f()" + ")" * N, N + 1),
    "templates": ("`${" * N + "f()" + "}`" * N, 1),
    "tags": ("f" + "`${f()}`" * N, 2 * N),
    "array patterns": ("let " + "[" * N + "a = f()" + "]" * N + " = f()", 2),
    "defaults": ("let " + "{a: " * N + "b" + " = f()}" * N + " = f()", N + 1),
    "else if": ("if (f()) f()\n" + "else if (f()) f()\n" * N + "else f()", 2 * N + 3),
    "if": ("if (f()) " * N + "f()", N + 1),
    "blocks": ("{" * N + "f()" + "}" * N, 1),
    "loops": ("for (;f();) " * N + "f()", N + 1),
    "labels": ("a: " * N + "f()", 1),
    "switches": ("switch (f()) { case f(): " * N + "f()" + "}" * N, 2 * N + 1),
    "breaks": ("switch (a) { case 1: " + "if (f()) { f(); break }" * N + "f() }", 2 * N + 1),
    "functions": ("function a(b = f()) {" * N + "f()" + "}" * N, N + 1),
    "classes": ("class A { b() {" * N + "f()" + "}}" * N, 1),
    "class expressions": ("x = class { b = " * N + "f()" + "}" * N, 1),
    "callbacks": ("f(() => { " * N + "f()" + "})" * N, N + 1),
}
TYPED = {
    "casts": ("x = f()" + " as A" * N, 1),
    "non-null": ("x = f()" + "!" * N, 1),
    "generics": ("let x: " + "A<" * 200 + "B" + ">" * 200 + " = f()", 1),
    "unions": ("let x: " + "A | " * N + "B = f()", 1),
    "arrays of": ("let x: A" + "[]" * N + " = f()", 1),
    "jsx": ("x = " + "<a>" * N + "{f()}" + "</a>" * N, 1),
    "jsx expressions": ("x = " + "<a>{" * N + "f()" + "}</a>" * N, 1),
    "namespaces": ("namespace A {" * N + "f()" + "}" * N, 1),
}


def check(calls, source, expected, language):
    facts = read_source(language, f"a.{language}", source.encode())
    assert [p.code for p in facts.problems] in ([], ["too-deep"])
    assert len(calls(facts.body)) == expected
    # Those who walk, hash and store the tree must get by with Python's usual limits.
    assert pickle.loads(pickle.dumps(facts)) == facts
    assert repr(facts.body)


@pytest.mark.parametrize("language", ["javascript", "tsx"])
@pytest.mark.parametrize("kind", sorted(NESTED))
def test_no_call_is_lost_in_the_deep(calls, kind, language):
    check(calls, *NESTED[kind], language)


@pytest.mark.parametrize("kind", sorted(TYPED))
def test_no_call_is_lost_in_the_deep_of_types(calls, kind):
    check(calls, *TYPED[kind], "tsx")


def test_the_diagnostic_names_the_first_line():
    source = "x\n" + "[" * N + "]" * N + "\n" + "[" * N + "]" * N
    facts = read_source("javascript", "a.js", source.encode())
    assert [(p.code, p.line) for p in facts.problems] == [("too-deep", 2)]


def test_a_flattened_call_keeps_its_name_and_its_texts(calls):
    source = "x = " + "[" * N + "new a.b.C(1, {model: 'm', y: g(2), 'z': 'n', [k]: 'o'})" + "]" * N
    outer, inner = calls(read_source("javascript", "a.js", source.encode()).body)
    assert outer.new
    assert outer.callee == Attr(Attr(Name("a", 1), "b", 1), "C", 1)
    (options,) = outer.args
    texts = (Const("model", 1), Const("m", 1)), (Const("z", 1), Const("n", 1))
    assert options.value == Mapping(texts, 1)
    assert inner.callee == Name("g", 1)


def test_many_arms_stay_whole():
    source = "if (a) f(0)\n" + "".join(f"else if (a) f({i})\n" for i in range(1, 40))
    (first,) = read_source("javascript", "a.js", source.encode()).body
    depth = 0
    while isinstance(first, If):
        depth += 1
        first = first.orelse[0] if first.orelse else None
    assert depth == 40


def test_one_long_line_takes_no_quadratic_time(calls):
    source = b"a.b(c=>{var d=e({f:1,g:[h,i]});return d?j(d):k||l()})," * 2000
    with within(60):
        facts = read_source("javascript", "a.js", source.rstrip(b","))
    assert len(calls(facts.body)) == 8000
