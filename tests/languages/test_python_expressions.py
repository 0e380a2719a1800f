from __future__ import annotations

import pytest

from auditor.model.facts import (
    Arg,
    Assigned,
    Attr,
    Await,
    Binary,
    Call,
    Comprehension,
    Const,
    Index,
    Many,
    Mapping,
    Name,
    Opaque,
    Star,
    Ternary,
    Unary,
    Yield,
)
from auditor.model.source import Span

A, B, C, D, X, Y = (Name(text, 1) for text in "abcdxy")

NONE = Const(None, 1)


def call(text, column, args=()):
    return Call(Name(text, 1), args, Span(1, column, 1, column + len(text) + 2))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a", A),
        ("(a)", A),
        ("((a))", A),
        ("a.b", Attr(A, "b", 1)),
        ("a.b.c", Attr(Attr(A, "b", 1), "c", 1)),
        ("(\na\n.b)", Attr(Name("a", 2), "b", 2)),
        ("a[b]", Index(A, B, 1)),
        ("a[b, c]", Index(A, Many("tuple", (B, C), 1), 1)),
        ("a[b,]", Index(A, Many("tuple", (B,), 1), 1)),
        ("a[b:c]", Index(A, Many("slice", (B, C, NONE), 1), 1)),
        ("a[:]", Index(A, Many("slice", (NONE, NONE, NONE), 1), 1)),
        (
            "a[b(), ::c]",
            Index(A, Many("tuple", (call("b", 2), Many("slice", (NONE, NONE, C), 1)), 1), 1),
        ),
        ("a + b", Binary("+", A, B, 1)),
        ("a ** -b", Binary("**", A, Unary("-", B, 1), 1)),
        ("a and b or c", Binary("or", Binary("and", A, B, 1), C, 1)),
        ("not a", Unary("not", A, 1)),
        ("~a", Unary("~", A, 1)),
        ("a < b", Binary("<", A, B, 1)),
        ("a <> b", Binary("!=", A, B, 1)),
        ("a not in b", Binary("not in", A, B, 1)),
        ("a is not b", Binary("is not", A, B, 1)),
        ("a < b <= c", Binary("and", Binary("<", A, B, 1), Binary("<=", B, C, 1), 1)),
        (
            "a < b.x() < c",
            Binary(
                "and",
                Binary("<", A, Call(Attr(B, "x", 1), (), Span(1, 4, 1, 9)), 1),
                Binary("<", Opaque((), 1), C, 1),
                1,
            ),
        ),
        ("a if b else c", Ternary(B, A, C, 1)),
        ("(a := b)", Assigned(A, B, 1)),
        ("await a", Await(A, 1)),
        ("await a()", Call(A, (), Span(1, 6, 1, 9), True)),
        ("await (a())", Call(A, (), Span(1, 7, 1, 10), True)),
        ("yield", Yield(None, False, 1)),
        ("yield a, b", Yield(Many("tuple", (A, B), 1), False, 1)),
        ("yield from a", Yield(A, True, 1)),
        ("[a, *b]", Many("list", (A, Star(B, 1)), 1)),
        ("{a, *b}", Many("set", (A, Star(B, 1)), 1)),
        ("()", Many("tuple", (), 1)),
        ("(a,)", Many("tuple", (A,), 1)),
        ("[*a.b]", Many("list", (Star(Attr(A, "b", 1), 1),), 1)),
        ("[* a(), ]", Many("list", (Star(call("a", 3), 1),), 1)),
        ("[*a + b]", Many("list", (Star(Binary("+", A, B, 1), 1),), 1)),
        ("[*a() if b else c]", Many("list", (Star(Ternary(B, call("a", 2), C, 1), 1),), 1)),
        ("*a[b], c", Many("tuple", (Star(Index(A, B, 1), 1), C), 1)),
        ("{}", Mapping((), 1)),
        ("{a: b, **c}", Mapping(((A, B), (None, C)), 1)),
        ("...", Opaque((), 1)),
    ],
)
def test_expressions(value, source, expected):
    assert value(source) == expected


@pytest.mark.parametrize(
    ("source", "args"),
    [
        ("f()", ()),
        ("f(a, b)", (Arg(None, A), Arg(None, B))),
        ("f(a=b)", (Arg("a", B),)),
        ("f(print=b)", (Arg("print", B),)),
        ("f(*a, **b)", (Arg(None, A, 1), Arg(None, B, 2))),
        ("f(*(a), c=d)", (Arg(None, A, 1), Arg("c", D))),
        ("f(a  # why\n)", (Arg(None, A),)),
        ("f(a=(yield))", (Arg("a", Yield(None, False, 1)),)),
        ("f((a, b))", (Arg(None, Many("tuple", (A, B), 1)),)),
        (
            "f(a for a in b)",
            (Arg(None, Comprehension("generator", None, A, ((A, B, ()),), 1)),),
        ),
    ],
)
def test_arguments(value, source, args):
    found = value(source)
    assert isinstance(found, Call)
    assert found.args == args


def test_a_star_that_the_grammar_takes_for_part_of_the_callee(value):
    found = value("print(a, *b(), *c.d)")
    assert found.args == (Arg(None, A), Arg(None, call("b", 10), 1), Arg(None, Attr(C, "d", 1), 1))


def test_the_span_of_a_call_is_counted_in_bytes(value):
    found = value("(é, f(\n  'é'))").items[1]
    assert found.span == Span(1, 5, 2, 7)


def test_a_chain_of_calls(value):
    found = value("(a\n  .b(1)  # why\n  .c\n  (2))")
    assert found.span == Span(1, 1, 4, 5)
    assert found.callee.name == "c"
    assert found.callee.base.span == Span(1, 1, 2, 7)


@pytest.mark.parametrize(
    ("source", "kind", "key", "element", "loops"),
    [
        ("[a for a in b]", "list", None, A, ((A, B, ()),)),
        ("{a for a in b if c}", "set", None, A, ((A, B, (C,)),)),
        ("(a for a in b if c if d)", "generator", None, A, ((A, B, (C, D)),)),
        ("{a: b for a, b in c}", "dict", A, B, ((Many("tuple", (A, B), 1), C, ()),)),
        ("[a async for a in b for x in a if y]", "list", None, A, ((A, B, ()), (X, A, (Y,)))),
        ("[a for a in b, c]", "list", None, A, ((A, Many("tuple", (B, C), 1), ()),)),
    ],
)
def test_comprehensions(value, source, kind, key, element, loops):
    assert value(source) == Comprehension(kind, key, element, loops, 1)


@pytest.mark.parametrize(
    ("source", "number"),
    [
        ("0", 0),
        ("1_000", 1000),
        ("0xFF", 255),
        ("0o17", 15),
        ("0b11", 3),
        ("0777", 511),
        ("10L", 10),
        ("1.5e3", 1500.0),
        ("1_0.5", 10.5),
        (".5", 0.5),
        ("True", True),
        ("False", False),
        ("None", None),
    ],
)
def test_constants(value, source, number):
    found = value(source)
    assert found == Const(number, 1)
    assert type(found.value) is type(number)


@pytest.mark.parametrize("source", ["1j", "1.5J", "1e999", "1" * 5000])
def test_numbers_that_no_report_could_hold(value, source):
    assert value(source) == Opaque((), 1)
