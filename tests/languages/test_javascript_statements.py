from __future__ import annotations

import pytest

from auditor.languages import read_source
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Binary,
    Call,
    Case,
    Const,
    Evaluate,
    For,
    Handler,
    If,
    Index,
    Leave,
    Many,
    Match,
    Name,
    Raise,
    Return,
    Try,
    Unary,
    While,
)


def body(source, language="javascript"):
    facts = read_source(language, f"a.{language}", source.encode())
    assert facts.problems == ()
    return facts.body


def name(text):
    return Name(text, 1)


def assign(target, value, op=""):
    return Assign((name(target),), value, None, op, 1)


def show(stmts):
    """Statements as nested words: calls by name, other kinds by type."""
    words = []
    for stmt in stmts:
        match stmt:
            case Evaluate(Call(Name(called))):
                words.append(called)
            case If():
                words.append(("if", *show(stmt.body), "else", *show(stmt.orelse)))
            case For() | While():
                words.append(("loop", *show(stmt.body)))
            case Try():
                words.append(("try", *show(stmt.body)))
            case Leave():
                words.append(stmt.kind)
            case _:
                words.append(type(stmt).__name__)
    return words


def test_declarations():
    assert body("const a = 1, b = c; let d; var e = 2") == (
        assign("a", Const(1, 1)),
        assign("b", name("c")),
        assign("d", Const(None, 1)),
        assign("e", Const(2, 1)),
    )
    assert body("using a = b") == (assign("a", name("b")),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a = b", assign("a", name("b"))),
        ("a = b = 1", Assign((name("a"), name("b")), Const(1, 1), None, "", 1)),
        ("a.b = 1", Assign((Attr(name("a"), "b", 1),), Const(1, 1), None, "", 1)),
        ("a[0] = 1", Assign((Index(name("a"), Const(0, 1), 1),), Const(1, 1), None, "", 1)),
        ("(a = 1)", assign("a", Const(1, 1))),
        ("a += 1", assign("a", Const(1, 1), "+=")),
        ("a **= 2", assign("a", Const(2, 1), "**=")),
        ("a++", assign("a", Const(1, 1), "+=")),
        ("--a", assign("a", Const(1, 1), "-=")),
        ("a ||= b", assign("a", Binary("or", name("a"), name("b"), 1))),
        ("a ??= b", assign("a", Binary("or", name("a"), name("b"), 1))),
        ("a &&= b", assign("a", Binary("and", name("a"), name("b"), 1))),
    ],
)
def test_assignments(source, expected):
    assert body(source) == (expected,)


def test_logical_assignment_to_something_that_is_called(calls):
    (stmt,) = body("a()[0] ||= b")
    assert stmt.op == "||="
    assert len(calls(stmt)) == 1


def test_if_chains():
    source = "if (a) b(); else if (c) { d() } else { e(); f() }"
    assert show(body(source)) == [("if", "b", "else", ("if", "d", "else", "e", "f"))]
    assert show(body("if (a) ; else b()")) == [("if", "else", "b")]


def test_while_loops():
    (stmt,) = body("while (a) b()")
    assert stmt == While(name("a"), stmt.body, (), 1)
    (stmt,) = body("do { b() } while (!a)")
    assert stmt.test == Unary("not", name("a"), 1)
    assert show([stmt]) == [("loop", "b")]


def test_for_loops_with_a_counter():
    first, loop = body("for (let i = 0; i < n; i++, j++) f(i)")
    assert first == assign("i", Const(0, 1))
    assert loop.test == Binary("<", name("i"), name("n"), 1)
    assert loop.step == (assign("i", Const(1, 1), "+="), assign("j", Const(1, 1), "+="))
    (loop,) = body("for (;;) { f() }")
    assert loop.test == Const(True, 1)
    first, _ = body("for (i = 0; f(); ) ;")
    assert first == assign("i", Const(0, 1))


@pytest.mark.parametrize("head", ["const a of b", "let a of b", "a of b", "const a in b"])
def test_for_loops_over_something(head):
    (loop,) = body(f"for ({head}) f(a)")
    assert (loop.target, loop.iterable) == (name("a"), name("b"))
    assert show([loop]) == [("loop", "f")]


def test_for_loops_that_take_their_items_apart():
    (loop,) = body("for (const [a, b] of c) f()")
    assert loop.target == Many("list", (name("a"), name("b")), 1)
    (loop,) = body("for await (const {a, b: d} of c()) f()")
    assert loop.target == name("<destructured 1:17>")
    assert loop.body[:2] == (
        assign("a", Attr(loop.target, "a", 1)),
        assign("d", Attr(loop.target, "b", 1)),
    )


def test_try():
    (stmt,) = body("try { a() } catch (e) { b() } finally { c() }")
    (handler,) = stmt.handlers
    assert (handler.types, handler.name) == (None, "e")
    assert [show(part) for part in (stmt.body, handler.body, stmt.final)] == [["a"], ["b"], ["c"]]
    assert handler.span.column == 12
    (stmt,) = body("try { a() } catch { b() }")
    assert isinstance(stmt.handlers[0], Handler)
    assert stmt.handlers[0].name is None
    (stmt,) = body("try { a() } finally { b() }")
    assert stmt.handlers == ()


def test_a_caught_error_that_is_taken_apart():
    (stmt,) = body("try {} catch ({message}) {}")
    (handler,) = stmt.handlers
    assert handler.body == (assign("message", Attr(name(handler.name), "message", 1)),)
    (stmt,) = body("try {} catch ([a]) {}")
    (handler,) = stmt.handlers
    assert handler.body == (
        Assign((Many("list", (name("a"),), 1),), name(handler.name), None, "", 1),
    )


def test_throw_return_and_leave():
    (stmt,) = body("throw new E(1)")
    assert isinstance(stmt, Raise)
    assert stmt.value.args == (Arg(None, Const(1, 1)),)
    (function,) = body("function f() { return; }")
    assert function.body == (Return(None, 1),)
    (function,) = body("function f() { return a(), b }")
    assert show(function.body) == ["a", "Return"]
    (loop,) = body("a: while (b) { if (c) continue a; break a; }")
    assert show(loop.body) == [("if", "continue", "else"), "break"]


def test_blocks_stand_inline_and_empty_statements_are_nothing():
    assert show(body("{ a(); { b() } } ; debugger; c()")) == ["a", "b", "c"]


def cases(source):
    (stmt,) = body(f"switch (a) {{ {source} }}")
    assert isinstance(stmt, Match)
    return [(tuple(p.value for p in case.patterns), *show(case.body)) for case in stmt.cases]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("case 1: f(); break; case 2: g()", [((1,), "f"), ((2,), "g")]),
        ("case 1: case 2: f(); break; default: g()", [((1, 2), "f"), ((), "g")]),
        ("default: f(); break; case 1: g()", [((1,), "g"), ((), "f")]),
        ("case 1: default: f()", [((), "f")]),
        ("case 1: f(); case 2: g()", [((1, 2), "f", "g")]),
        ("case 1: { f(); break } case 2: { throw g }", [((1,), "f"), ((2,), "Raise")]),
        ("case 1: if (x) { f(); break } g(); break", [((1,), ("if", "f", "else", "g"))]),
        ("case 1: if (x) f(); else break; g()", [((1,), ("if", "f", "g", "else"))]),
        ("case 1: try { f(); break } catch {} case 2: g()", [((1, 2), ("try", "f"), "g")]),
        ("case 1: for (;;) { f(); break } break", [((1,), ("loop", "f", "break"))]),
        ("case 1: switch (b) { case 3: break } f(); break", [((1,), "Match", "f")]),
        ("case 1: if (x) return_(); break; case 2:", [((1,), ("if", "return_", "else")), ((2,),)]),
    ],
)
def test_switches(source, expected):
    assert cases(source) == expected


def test_a_break_in_a_function_inside_a_switch_is_its_own():
    (stmt,) = body("switch (a) { case 1: x = () => { for (;;) { break } }; break }")
    (case,) = stmt.cases
    assert isinstance(case, Case)
    (loop,) = case.body[0].value.function.body
    assert show(loop.body) == ["break"]


def test_a_break_to_a_label_leaves_the_loop():
    (loop,) = body("a: for (;;) { switch (b) { case 1: break a } }")
    (match,) = loop.body
    assert show(match.cases[0].body) == ["break"]


def test_calls_in_case_values_are_kept(calls):
    (stmt,) = body("switch (a) { case f(): default: g() }")
    assert sorted(c.callee.id for c in calls(stmt)) == ["f", "g"]


def test_with():
    assert show(body("with (a()) b()")) == ["Evaluate", "b"]
