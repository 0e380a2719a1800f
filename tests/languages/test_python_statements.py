from __future__ import annotations

import pytest

from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Binary,
    Call,
    Evaluate,
    For,
    Handler,
    If,
    Index,
    Leave,
    Many,
    Name,
    Opaque,
    Raise,
    Return,
    Scope,
    Star,
    Ternary,
    Try,
    While,
    With,
    Yield,
)
from auditor.model.source import Span

A, B, C, D, X, Y = (Name(text, 1) for text in "abcdxy")


def call(text, column, line=1):
    return Call(Name(text, line), (), Span(line, column, line, column + len(text) + 2))


@pytest.mark.parametrize(
    ("source", "targets", "value", "annotation", "op"),
    [
        ("a = x", (A,), X, None, ""),
        ("a = b = x", (A, B), X, None, ""),
        ("a += x", (A,), X, None, "+="),
        ("a //= x", (A,), X, None, "//="),
        ("a: b", (A,), None, B, ""),
        ("a: b = x", (A,), X, B, ""),
        ("a: list[b] = x", (A,), X, Index(Name("list", 1), B, 1), ""),
        ("a.b = x", (Attr(A, "b", 1),), X, None, ""),
        ("a[b] = x", (Index(A, B, 1),), X, None, ""),
        ("a, b = x", (Many("tuple", (A, B), 1),), X, None, ""),
        ("(a, b) = x", (Many("tuple", (A, B), 1),), X, None, ""),
        ("[a, *b] = x", (Many("list", (A, Star(B, 1)), 1),), X, None, ""),
        (
            "a, (b, *c) = x",
            (Many("tuple", (A, Many("tuple", (B, Star(C, 1)), 1)), 1),),
            X,
            None,
            "",
        ),
        ("a = x, y", (A,), Many("tuple", (X, Y), 1), None, ""),
        ("a = x,", (A,), Many("tuple", (X,), 1), None, ""),
        ("a = *x, y", (A,), Many("tuple", (Star(X, 1), Y), 1), None, ""),
        ("a = yield x", (A,), Yield(X, False, 1), None, ""),
        ("a = \\\n  x", (A,), Name("x", 2), None, ""),
        ("type a = x", (A,), X, None, ""),
        ("type a[b] = x", (A,), X, None, ""),
        ("print = x", (Name("print", 1),), X, None, ""),
        ("match = x", (Name("match", 1),), X, None, ""),
    ],
)
def test_assignments(statement, source, targets, value, annotation, op):
    assert statement(source) == Assign(targets, value, annotation, op, 1)


TYPE_A = Call(Name("type", 1), (Arg(None, A),), Span(1, 0, 1, 7))
TYPE_A_B = Call(Name("type", 1), (Arg(None, A), Arg(None, B)), Span(1, 0, 1, 10))


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("type(a).b = x", Attr(TYPE_A, "b", 1)),
        ("type(a).b: c = x", Attr(TYPE_A, "b", 1)),
        ("type[a].b = x", Attr(Index(Name("type", 1), A, 1), "b", 1)),
        ("type[a, b].b = x", Attr(Index(Name("type", 1), Many("tuple", (A, B), 1), 1), "b", 1)),
        (
            "type(a, b).c()[d] = x",
            Index(Call(Attr(TYPE_A_B, "c", 1), (), Span(1, 0, 1, 14)), D, 1),
        ),
    ],
)
def test_assignments_that_look_like_type_aliases(statement, source, target):
    assert statement(source).targets == (target,)


def test_expressions_as_statements(lower):
    assert lower("a; b\nx, y\npass\n...").body == (
        Evaluate(A, 1),
        Evaluate(B, 1),
        Evaluate(Many("tuple", (Name("x", 2), Name("y", 2)), 2), 2),
        Evaluate(Opaque((), 4), 4),
    )


def test_return_and_leave(statement):
    assert statement("def f():\n return").body == (Return(None, 2),)
    assert statement("def f():\n return a, b").body[0].value.kind == "tuple"
    assert statement("while x:\n break\n continue").body == (
        Leave("break", 2),
        Leave("continue", 3),
    )


def test_raise(lower):
    assert lower("raise").body == (Raise(None, 1),)
    assert lower("raise a").body == (Raise(A, 1),)
    assert lower("raise a from b").body == (Raise(A, 1),)
    assert lower("raise a from None").body == (Raise(A, 1),)
    assert lower("raise a from b()").body == (
        Evaluate(Opaque((call("b", 13),), 1), 1),
        Raise(A, 1),
    )


def test_scopes(lower):
    assert lower("global a, b\nnonlocal c").body == (
        Scope("global", ("a", "b"), 1),
        Scope("nonlocal", ("c",), 2),
    )


@pytest.mark.parametrize(
    ("source", "children"),
    [
        ("del a, b[x()]", 1),
        ("assert x(), y()", 2),
        ('print "a", x()', 2),
        ("print >>a, x()", 2),
        ("exec 'a' in x()", 2),
    ],
)
def test_what_is_kept_only_for_its_calls(statement, calls, source, children):
    only = statement(source)
    assert isinstance(only.value, Opaque)
    assert len(only.value.children) == children
    assert Name("x", 1) in [found.callee for found in calls(only)]


def test_if_elif_else(statement):
    assert statement("if a: x\nelif b:\n  y\n# why\nelif c: pass\nelse: d") == If(
        A,
        (Evaluate(X, 1),),
        (
            If(
                Name("b", 2),
                (Evaluate(Name("y", 3), 3),),
                (If(Name("c", 5), (), (Evaluate(Name("d", 6), 6),), 5),),
                2,
            ),
        ),
        1,
    )


def test_loops(lower):
    first, second, third = lower(
        "for a, b in x: c\nelse: d\nwhile a: b\nelse: c\nasync for a in x, y: pass"
    ).body
    assert first == For(
        Many("tuple", (A, B), 1), X, (Evaluate(C, 1),), (Evaluate(Name("d", 2), 2),), 1
    )
    assert second == While(
        Name("a", 3), (Evaluate(Name("b", 3), 3),), (Evaluate(Name("c", 4), 4),), 3
    )
    assert third.iterable == Many("tuple", (Name("x", 5), Name("y", 5)), 5)


@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("a", ((A, None),)),
        ("a as b", ((A, B),)),
        ("a as b, c", ((A, B), (C, None))),
        ("a as b.c, x as y[d]", ((A, Attr(B, "c", 1)), (X, Index(Y, D, 1)))),
        ("a as (b, c)", ((A, Many("tuple", (B, C), 1)),)),
        ("(a as b, c as d)", ((A, B), (C, D))),
        ("(a as b,\n c,)", ((A, B), (Name("c", 2), None))),
        ("(a as b)", ((A, B),)),
        ("(a, b)", ((A, None), (B, None))),
        ("(a, b) as c", ((Many("tuple", (A, B), 1), C),)),
        ("(a)", ((A, None),)),
        ("a or b as c", ((Binary("or", A, B, 1), C),)),
        ("a if b else c as d", ((Ternary(B, A, C, 1), D),)),
        (
            "a if b else c if x else y as d",
            ((Ternary(B, A, Ternary(X, C, Y, 1), 1), D),),
        ),
    ],
)
def test_with(statement, head, items):
    only = statement(f"with {head}: pass")
    assert isinstance(only, With)
    assert only.items == items


def test_async_with(lower):
    function = lower("async def f():\n  async with a() as b: c").body[0]
    assert function.body == (
        With(((call("a", 13, 2), Name("b", 2)),), (Evaluate(Name("c", 2), 2),), 2),
    )


def test_try(statement):
    assert statement(
        "try: a\nexcept (b, c) as d: x\nexcept e.F: pass\nexcept: y\nelse: z\nfinally: w"
    ) == Try(
        (Evaluate(A, 1),),
        (
            Handler(
                Many("tuple", (Name("b", 2), Name("c", 2)), 2),
                "d",
                (Evaluate(Name("x", 2), 2),),
                Span(2, 0, 2, 21),
            ),
            Handler(Attr(Name("e", 3), "F", 3), None, (), Span(3, 0, 3, 16)),
            Handler(None, None, (Evaluate(Name("y", 4), 4),), Span(4, 0, 4, 9)),
        ),
        (Evaluate(Name("z", 5), 5),),
        (Evaluate(Name("w", 6), 6),),
        Span(1, 0, 6, 10),
    )


@pytest.mark.parametrize(
    ("clause", "types", "bound"),
    [
        ("except* b as c", Name("b", 2), "c"),
        ("except b, c", Name("b", 2), "c"),
        ("except b or x as c", Binary("or", Name("b", 2), Name("x", 2), 2), "c"),
    ],
)
def test_odd_handlers(statement, clause, types, bound):
    (handler,) = statement(f"try: a\n{clause}: pass").handlers
    assert (handler.types, handler.name) == (types, bound)


def test_a_handler_that_binds_no_name_keeps_what_it_binds(statement, calls):
    (handler,) = statement("try: a\nexcept b as c(): pass").handlers
    assert handler.name is None
    assert len(calls(handler)) == 1
