from __future__ import annotations

import pytest

from auditor.languages import read_source
from auditor.model.facts import (
    Assign,
    Attr,
    Binary,
    Call,
    Closure,
    Const,
    Evaluate,
    Function,
    Index,
    Many,
    Mapping,
    Name,
    Opaque,
    Param,
    Return,
    Scope,
    Star,
)
from auditor.model.source import Span


def body(source, language="javascript"):
    facts = read_source(language, f"a.{language}", source.encode())
    assert facts.problems == ()
    return facts.body


def function(source, language="javascript"):
    found = body(source, language)[-1]
    return found.value.function if isinstance(found, Assign) else found


def name(text):
    return Name(text, 1)


def attr(base, *names):
    expr = name(base)
    for part in names:
        expr = Attr(expr, part, 1)
    return expr


def assign(target, value):
    target = name(target) if isinstance(target, str) else target
    return Assign((target,), value, None, "", 1)


def items(*parts):
    return Many("list", parts, 1)


def test_a_plain_function():
    assert function("function f() { return 1 }") == Function(
        "f", (), (Return(Const(1, 1), 1),), (), None, False, False, Span(1, 0, 1, 25)
    )


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("async function f() {}", ("f", True, False)),
        ("function* f() {}", ("f", False, True)),
        ("async function* f() {}", ("f", True, True)),
        ("const f = async () => {}", ("f", True, False)),
        ("let f = function () {}", ("f", False, False)),
        ("var f = function g() {}", ("f", False, False)),
        ("const f = (async x => {})", ("f", True, False)),
        ("f = async () => {}", ("f", True, False)),
        ("f = function g() {}", ("g", False, False)),
        ("a.f = () => {}", ("f", False, False)),
        ("a['f'] = () => {}", ("<lambda>", False, False)),
    ],
)
def test_names_and_kinds(source, expected):
    found = function(source)
    assert (found.name, found.is_async, found.generator) == expected


def test_functions_handed_to_calls_are_lambdas():
    (stmt,) = body("on('x', async (a) => {}, function named() {})")
    _, first, second = stmt.value.args
    assert isinstance(first.value, Closure)
    assert first.value.function.name == "<lambda>"
    assert second.value.function.name == "named"


def test_arrow_functions_without_braces_return():
    assert function("f = x => x.y").body == (Return(attr("x", "y"), 1),)
    assert function("f = () => ({a})").body == (
        Return(Mapping(((Const("a", 1), name("a")),), 1), 1),
    )
    first, last = function("f = () => (a(), b)").body
    assert isinstance(first, Evaluate)
    assert last == Return(name("b"), 1)


def test_parameters():
    params = function("function f(a, b = 1, ...c) {}").params
    assert params == (
        Param("a", None, None),
        Param("b", Const(1, 1), None),
        Param("c", None, None, 1),
    )
    assert function("f = x => x").params == (Param("x", None, None),)
    assert function("f = async (x, /* y */ z) => x").params[1].name == "z"


def test_typed_parameters():
    found = function("function f(this: A, a: B.C, b?: D = 1, ...c: E[]): F<G> {}", "typescript")
    assert found.params == (
        Param("a", None, attr("B", "C")),
        Param("b", Const(1, 1), name("D")),
        Param("c", None, Index(name("Array"), name("E"), 1), 1),
    )
    assert found.returns == Index(name("F"), name("G"), 1)


def test_destructured_parameters_are_taken_apart_in_the_body():
    found = function("function f({a, b: {c}, d = 1, ...e} = {}, [g]) { return a }")
    assert found.params == (
        Param("<arg 0>", Mapping((), 1), None),
        Param("<arg 1>", None, None),
    )
    assert found.body == (
        assign("a", attr("<arg 0>", "a")),
        assign("c", attr("<arg 0>", "b", "c")),
        assign("d", Binary("or", attr("<arg 0>", "d"), Const(1, 1), 1)),
        assign("e", name("<arg 0>")),
        assign(Many("list", (name("g"),), 1), name("<arg 1>")),
        Return(name("a"), 1),
    )
    typed = function("const f = ({a}: Props) => a", "tsx")
    assert typed.params == (Param("<arg 0>", None, name("Props")),)
    assert typed.body == (assign("a", attr("<arg 0>", "a")), Return(name("a"), 1))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("let {a} = x", [assign("a", attr("x", "a"))]),
        ("const {a} = process.env", [assign("a", attr("process", "env", "a"))]),
        ("const {a: {b}} = x", [assign("b", attr("x", "a", "b"))]),
        ("const {'a-b': c} = x", [assign("c", Index(name("x"), Const("a-b", 1), 1))]),
        ("const {[k]: c} = x", [assign("c", Index(name("x"), name("k"), 1))]),
        ("({a: this.c} = x)", [assign(attr("this", "c"), attr("x", "a"))]),
        ("const [a, ...b] = x", [assign(items(name("a"), Star(name("b"), 1)), name("x"))]),
        ("const [, a] = x", [assign(items(Opaque((), 1), name("a")), name("x"))]),
        ("[a, b.c] = x", [assign(items(name("a"), attr("b", "c")), name("x"))]),
        ("const {} = x", []),
    ],
)
def test_destructuring(source, expected):
    assert body(source) == tuple(expected)


def test_destructuring_of_more_than_a_name_needs_a_temporary():
    first, second = body("const {a = 1} = f()")
    assert isinstance(first.value, Call)
    assert first.targets == (name("<destructured 1:6>"),)
    expected = Binary("or", attr("<destructured 1:6>", "a"), Const(1, 1), 1)
    assert second == assign("a", expected)


def test_patterns_inside_array_patterns():
    first, default, inner = body("const [a = 1, {b}] = x")
    temporary = name("<destructured 1:14>")
    assert first == assign(Many("list", (name("a"), temporary), 1), name("x"))
    assert default == assign("a", Binary("or", name("a"), Const(1, 1), 1))
    assert inner == assign("b", Attr(temporary, "b", 1))


def test_destructuring_as_a_value(calls):
    (stmt,) = body("x = ({a, b: [c]} = f(g()))")
    assert len(calls(stmt)) == 2
    names = {part.target for part in stmt.value.children}
    assert {name("a"), Many("list", (name("c"),), 1)} < names


def test_calls_in_patterns_stand_once(calls):
    found = body("const {a = f(), [g()]: {b, c}, d: {e, h} = i()} = j()")
    assert len(calls(found)) == 4


@pytest.mark.parametrize(
    ("source", "names"),
    [
        ("function f() { a = 1; b += 2; c++; [d] = e; ({g} = h) }", ("a", "b", "c", "d", "g")),
        ("function f(a) { a = 1; let b; b = 2; for (const c of d) c = 1 }", ()),
        ("function f() { for (a of b); for (c in d); }", ("a", "c")),
        ("function f() { if (x) { y ??= z } }", ("y",)),
        ("function f() { const g = () => { a = 1 }; function h() {} g = h = 1 }", ()),
        ("const f = () => (a = 1)", ("a",)),
        ("function f() { try {} catch (a) { a = 1 } }", ()),
        ("function f() { this.a = b.c = 1 }", ()),
    ],
)
def test_names_that_are_only_assigned_belong_to_a_scope_outside(source, names):
    scopes = tuple(s for s in function(source).body if isinstance(s, Scope))
    assert scopes == ((Scope("nonlocal", names, 1),) if names else ())


def test_nothing_belongs_outside_of_the_module():
    assert not any(isinstance(stmt, Scope) for stmt in body("a = 1; let b; b = 2"))


def test_functions_in_functions_are_there_from_the_first_line():
    found = function("function f() { return g(); function g() {} }")
    assert [type(stmt) for stmt in found.body] == [Function, Return]


def test_functions_that_are_called_at_once():
    (stmt,) = body("(async () => { f() })()")
    assert isinstance(stmt.value.callee, Closure)
    (stmt,) = body("!function () { f() }()")
    assert isinstance(stmt.value.operand.callee, Closure)


def test_an_annotation_of_a_function_is_kept_beside_it():
    first, second = body("const f: Handler<A> = async () => {}", "typescript")
    assert first == Assign((name("f"),), None, Index(name("Handler"), name("A"), 1), "", 1)
    assert isinstance(second, Function)


def test_overloads_are_skipped():
    source = "function f(a: A): void; function f(a: B): void; function f(a: any) {}"
    assert len(body(source, "typescript")) == 1
