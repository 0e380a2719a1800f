from __future__ import annotations

import pickle

import pytest

from auditor.languages.python.lower import lower_text
from auditor.model.facts import Attr, Call, Const, If, Name
from tests.deadline import within

N = 1500

NESTED = {
    "parentheses": ("(" * N + "f()" + ")" * N, 1),
    "sum": ("+".join(["f()"] * 10_000), 10_000),
    "or": (" or ".join(["f()"] * N), N),
    "power": ("**".join(["f()"] * N), N),
    "comparison": ("<".join(["f()"] * N), N),
    "calls": ("f(" * N + ")" * N, N),
    "arguments": ("f(a, b=f(" * N + "))" * N, 2 * N),
    "chain": ("x" + ".f()" * N, N),
    "attributes": ("x" + ".a" * N + "()", 1),
    "subscripts": ("x" + "[f()]" * N, N),
    "lists": ("[" * N + "f()" + "]" * N, 1),
    "dictionaries": ("{1:" * N + "f()" + "}" * N, 1),
    "comprehensions": ("[x for x in " * N + "f()" + "]" * N, 1),
    "not": ("not " * N + "f()", 1),
    "await": ("await " * N + "f()", 1),
    "lambda": ("lambda x=f(): " * N + "f()", N + 1),
    "conditional": ("f() if f() else " * N + "f()", 2 * N + 1),
    "with": ("with " + "a if f() else " * N + "f() as b: f()", N + 2),
    "walrus": ("(a := " * N + "f()" + ")" * N, 1),
    "annotation": ("x: " + "a[" * N + "f()" + "]" * N, 1),
    "generic": ("x: " + "list[" * N + "f()" + "]" * N, 1),
    "slices": ("x[" * N + "f():" + "]" * N, 1),
    "f-strings": ("f'{" * 90 + "f()" + "}'" * 90, 1),
    "type": ("type(" * N + "f()" + ")" * N + ".a = 1", N + 1),
    "elif": ("if f(): f()\n" + "elif f(): f()\n" * N + "else: f()", 2 * N + 3),
    "else": ("".join(f"{' ' * i}if f():\n{' ' * i} f()\n{' ' * i}else:\n" for i in range(200))
             + " " * 201 + "f()", 401),
    "blocks": ("".join(" " * i + "if f():\n" for i in range(300)) + " " * 301 + "f()", 301),
    "functions": ("".join(" " * i + "def g(x=f()):\n" for i in range(99)) + " " * 99 + "f()", 100),
    "patterns": ("match f():\n case " + "(" * N + "1" + ")" * N + ": f()", 2),
}  # fmt: skip


@pytest.mark.parametrize("kind", sorted(NESTED))
def test_no_call_is_lost_in_the_deep(lower, calls, kind):
    source, expected = NESTED[kind]
    facts = lower(source)
    assert [p.code for p in facts.problems] in ([], ["too-deep"])
    assert len(calls(facts.body)) == expected
    # Those who walk, hash and store the tree must get by with Python's usual limits.
    assert pickle.loads(pickle.dumps(facts)) == facts
    assert repr(facts.body)


def test_the_diagnostic_names_the_first_line(lower):
    facts = lower("x\n" + "(" * N + ")" * N + "\n" + "[" * N + "]" * N)
    assert [(p.code, p.line) for p in facts.problems] == [("too-deep", 2)]


def test_a_flattened_call_keeps_its_name_and_its_texts(lower, calls):
    facts = lower("[" * N + "a.b.create(1, model='m', x=g(2))" + "]" * N)
    outer, inner = calls(facts.body)
    assert outer.callee == Attr(Attr(Name("a", 1), "b", 1), "create", 1)
    assert [(a.name, a.value) for a in outer.args] == [("model", Const("m", 1))]
    assert isinstance(inner, Call)


def test_many_arms_stay_whole(statement, calls):
    first = statement("if a: f(0)\n" + "".join(f"elif a: f({i})\n" for i in range(1, 40)))
    depth = 0
    while isinstance(first, If):
        depth += 1
        first = first.orelse[0] if first.orelse else None
    assert depth == 40


@pytest.mark.parametrize("line", ["    # a", "\\", " \\", "    "])
def test_runs_of_empty_lines_take_no_quadratic_time(line):
    text = f"if x:\n{line}\n".encode() + f"{line}\n".encode() * 50_000 + b"    f()\n"
    with within(30):
        lowered = lower_text(text, range(1, 60_000))
    assert "line=50003" in repr(lowered.body)
