from __future__ import annotations

import pytest

from auditor.languages import read_source
from auditor.model.facts import (
    Arg,
    Assigned,
    Attr,
    Await,
    Binary,
    Call,
    Class,
    Closure,
    Const,
    Evaluate,
    Format,
    Index,
    Many,
    Name,
    Opaque,
    Return,
    Star,
    Ternary,
    Unary,
    Yield,
)
from auditor.model.source import Span


def value(source, language="javascript"):
    facts = read_source(language, f"a.{language}", f"x = {source}".encode())
    assert facts.problems == ()
    return facts.body[-1].value


def name(text):
    return Name(text, 1)


A, B, C = name("a"), name("b"), name("c")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("null", None),
        ("undefined", None),
        ("true", True),
        ("false", False),
        ("1_000", 1000),
        ("0x1F", 31),
        ("0b11", 3),
        ("0o17", 15),
        ("017", 15),
        ("089", 89),
        ("10n", 10),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("'a'", "a"),
        (
            r"'\n\x41\u0042\u{43}\'\q\
z'",
            "\nABC'qz",
        ),
        (r"'\ud83d\ude00'", "😀"),
        (r"'\ud83d'", "\ufffd"),
        (r"'\0\u{110000}'", "\ufffd\ufffd"),
        ("''", ""),
        ("'é'", "é"),
        ("`a\\`b`", "a`b"),
        ("`é\n`", "é\n"),
    ],
)
def test_constants(source, expected):
    assert value(source) == Const(expected, 1)


@pytest.mark.parametrize("source", ["1e999", "9" * 5000, "/a(b)/g"])
def test_constants_without_a_useful_value(source):
    assert value(source) == Opaque((), 1)


def test_long_strings_are_cut():
    assert value(f"'{'a' * 999}'") == Const("a" * 400, 1)
    assert value(f"`{'a' * 999}`") == Const("a" * 400, 1)


def test_templates():
    assert value("`${a}/b\\n${c}`") == Format((A, Const("/b\n", 1), C), 1)
    assert value("`x\n${a}\n${b}y`") == Format(
        (Const("x\n", 1), Name("a", 2), Const("\n", 2), Name("b", 3), Const("y", 3)), 1
    )


def test_tags_are_calls():
    text = Format((Const("x", 1), B), 1)
    assert value("a`x${b}`") == Call(A, (Arg(None, text),), Span(1, 4, 1, 12))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a.b", Attr(A, "b", 1)),
        ("a?.b", Attr(A, "b", 1, True)),
        ("a.#b", Attr(A, "#b", 1)),
        ("a[b]", Index(A, B, 1)),
        ("a?.[b]", Index(A, B, 1, True)),
        ("this.a", Attr(name("this"), "a", 1)),
        ("super.a", Attr(name("super"), "a", 1)),
        ("import.meta.env", Attr(Attr(name("import"), "meta", 1), "env", 1)),
        ("new.target", Attr(name("new"), "target", 1)),
        ("a && b || c", Binary("or", Binary("and", A, B, 1), C, 1)),
        ("a ?? b", Binary("or", A, B, 1)),
        ("a === b", Binary("==", A, B, 1)),
        ("a !== b", Binary("!=", A, B, 1)),
        ("a in b", Binary("in", A, B, 1)),
        ("a instanceof b", Binary("instanceof", A, B, 1)),
        ("!a", Unary("not", A, 1)),
        ("-a", Unary("-", A, 1)),
        ("typeof a", Opaque((A,), 1)),
        ("void a", Opaque((A,), 1)),
        ("delete a.b", Opaque((Attr(A, "b", 1),), 1)),
        ("a ? b : c", Ternary(A, B, C, 1)),
        ("(a)", A),
        ("[a, ...b]", Many("list", (A, Star(B, 1)), 1)),
        ("(0, a.b)", Attr(A, "b", 1)),
        ("(a, b)", Index(Many("tuple", (A, B), 1), Const(-1, 1), 1)),
        ("(a = b)", Assigned(A, B, 1)),
        ("[a = b]", Many("list", (Assigned(A, B, 1),), 1)),
        ("[a += b]", Many("list", (Assigned(A, Binary("+", A, B, 1), 1),), 1)),
        ("[a ||= b]", Many("list", (Assigned(A, Binary("or", A, B, 1), 1),), 1)),
        ("[a++]", Many("list", (Assigned(A, Binary("+", A, Const(1, 1), 1), 1),), 1)),
        ("await a", Await(A, 1)),
    ],
)
def test_operators(source, expected):
    assert value(source) == expected


@pytest.mark.parametrize("source", ["a as B", "a satisfies B", "a!", "(a as B)!", "a<B>"])
def test_casts_are_transparent(source):
    assert value(source, "typescript") == A


def test_old_casts_are_transparent():
    assert value("<B>a", "typescript") == A


def test_targets_with_calls_are_not_repeated(calls):
    for source in ("[f().a++]", "[f().a += b]", "[a[f()] ||= b]"):
        assert len(calls(value(source))) == 1


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a(b, ...c)", Call(A, (Arg(None, B), Arg(None, C, 1)), Span(1, 4, 1, 14))),
        ("a?.(b)", Call(A, (Arg(None, B),), Span(1, 4, 1, 10))),
        ("new a", Call(A, (), Span(1, 4, 1, 9), new=True)),
        ("new a.b(c)", Call(Attr(A, "b", 1), (Arg(None, C),), Span(1, 4, 1, 14), new=True)),
        ("await a()", Call(A, (), Span(1, 10, 1, 13), awaited=True)),
        ("await (a())", Call(A, (), Span(1, 11, 1, 14), awaited=True)),
        ("await new a", Call(A, (), Span(1, 10, 1, 15), awaited=True, new=True)),
    ],
)
def test_calls(source, expected):
    assert value(source) == expected


@pytest.mark.parametrize(
    "source",
    [
        "await (a).b",
        "await (a)?.b().c(d())",
        "await (await a()).b()",
        "(await (a)).b()",
        "await (() => a())()",
        "await (a, b)",
        "await [a, b]",
        "await (a)[b]()",
        "[await (a()).b(), await (c)]",
    ],
)
def test_an_await_before_parentheses_is_no_call(source):
    """The JavaScript grammar reads it as one, TypeScript's does not."""
    assert value(source) == value(source, "tsx")


def test_type_arguments_are_dropped():
    assert value("a<B>(c)", "typescript") == Call(A, (Arg(None, C),), Span(1, 4, 1, 11))
    made = value("new a<B, C<D>>()", "typescript")
    assert (made.callee, made.args) == (A, ())


def test_promise_chains_stay_calls():
    caught = value("a().then(b).catch(() => c())")
    assert caught.callee.name == "catch"
    (handler,) = caught.args
    assert isinstance(handler.value, Closure)
    assert caught.callee.base.callee.name == "then"


def test_columns_are_bytes():
    assert value("'é' + a()").right.span == Span(1, 11, 1, 14)


def test_objects():
    source = "{a, 'b': 1, 2: c, [d()]: 3, ...e}"
    mapping = value(source)
    keys = [key for key, _ in mapping.items]
    assert keys[:3] == [Const("a", 1), Const("b", 1), Const(2, 1)]
    assert isinstance(keys[3], Call)
    assert mapping.items[4] == (None, name("e"))
    assert mapping.items[0][1] == A


def test_functions_in_objects_are_named_by_their_keys():
    mapping = value("{async a() {}, b: () => 1, get c() { return 1 }, d: function e() {}, ...f}")
    closures = [item.function for _, item in mapping.items if isinstance(item, Closure)]
    assert [f.name for f in closures] == ["a", "b", "c", "e"]
    assert closures[0].is_async
    assert closures[0].params == ()
    assert closures[2].decorators == (name("property"),)


def test_yields():
    facts = read_source("javascript", "a.js", b"function* f() { yield; yield a; yield* a }")
    (function,) = facts.body
    assert function.generator
    assert [s.value for s in function.body] == [
        Yield(None, False, 1),
        Yield(A, False, 1),
        Yield(A, True, 1),
    ]


def test_a_class_expression_is_a_statement_ahead_of_its_use():
    facts = read_source(
        "javascript", "a.js", b"const f = () => mix(class extends A { m() { g() } })"
    )
    (function,) = facts.body
    made, returned = function.body
    assert isinstance(made, Class)
    assert made.name == "<class 1:20>"
    assert isinstance(returned, Return)
    assert returned.value.args == (Arg(None, Name("<class 1:20>", 1)),)


def test_a_class_that_is_assigned_has_the_name_of_its_variable():
    for source in ("const A = class {}", "const A = class B {}"):
        (made,) = read_source("javascript", "a.js", source.encode()).body
        assert made.name == "A"
    made, assigned = read_source("javascript", "a.js", b"A = class {}").body
    assert (made.name, assigned.value) == ("A", name("A"))


@pytest.mark.parametrize("language", ["javascript", "tsx"])
def test_jsx_keeps_its_expressions(language):
    source = (
        "<A.B c={d()} e='f' {...g}>text {h(i => <li>{j(i)}</li>)} {/* k */} <></><a/><L/></A.B>"
    )
    element = value(source, language)
    assert isinstance(element, Opaque)
    first, d, g, h, last = element.children
    assert first == Attr(name("A"), "B", 1)
    assert d.callee == name("d")
    assert g == name("g")
    assert h.args[0].value.function.body[0].value.children[0].callee == name("j")
    assert last == name("L")


def test_an_ampersand_in_jsx_text_is_no_error():
    facts = read_source("tsx", "a.tsx", b"x = <p title='a&b=c'>Save & go {f()}</p>")
    assert facts.problems == ()
    (only,) = facts.body
    assert len(only.value.children) == 1


def test_statements_that_are_sequences():
    facts = read_source("javascript", "a.js", b"a(), b = 1, !c()")
    first, second, third = facts.body
    assert isinstance(first, Evaluate)
    assert second.targets == (B,)
    assert isinstance(third.value, Unary)
