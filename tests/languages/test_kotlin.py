"""Kotlin source to facts: what later stages rely on."""

# ruff: noqa: E501 - statements of Kotlin stand in one line here

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.languages import read_source
from auditor.model.facts import (
    Assign,
    Attr,
    Class,
    Const,
    FileFacts,
    For,
    Format,
    Function,
    If,
    Import,
    Leave,
    Match,
    Name,
    Raise,
    Return,
    Try,
    While,
)
from tests.languages.conftest import body_of_one, walk_calls
from tests.languages.nesting import leaves, nested


def lower(source: str) -> FileFacts:
    return read_source("kotlin", "A.kt", source.encode())


def body_of(body: str) -> tuple[object, ...]:
    return body_of_one(lower(f"fun f(q: String) {{\n{body}\n}}\n"))


@pytest.mark.parametrize(
    ("source", "module", "names"),
    [
        ("import a.b.C", "a.b", (("C", "C"),)),
        ("import a.b.C as D", "a.b", (("C", "D"),)),
        ("import a.b.*", "a.b", (("*", "*"),)),
        ("import a.b.run", "a.b", (("run", "run"),)),
        ("import a.B.run", "a", (("B", "<B>"),)),
    ],
)
def test_imports(source: str, module: str, names: tuple[tuple[str, str], ...]) -> None:
    first = lower(source + "\n").body[0]
    assert isinstance(first, Import)
    assert (first.module, first.names) == (module, names)


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("val x = if (q == null) 1 else 2", (If,)),
        ("val x = try { go() } catch (e: E) { null }", (Try,)),
        ("return when (q) { \"a\" -> 1; else -> 2 }", (Match,)),
        ("when { a -> go(); else -> end() }", (If,)),
        ("val x = q ?: return", (If, Assign)),
        ("for ((a, b) in xs) { go() }", (For,)),
        ("do { go() } while (q != null)", (While,)),
        ("outer@ while (true) { break@outer }", (While,)),
        ("throw E()", (Raise,)),
        ("error(\"no\")", (Raise,)),
    ],
)  # fmt: skip
def test_statements(body: str, kinds: tuple[type, ...]) -> None:
    assert tuple(type(stmt) for stmt in body_of(body)) == kinds


def test_a_return_inside_of_a_value_leaves_the_function() -> None:
    (stmt,) = body_of("val x = try { go() } catch (e: IOException) { return }")
    assert isinstance(stmt, Try)
    (handler,) = stmt.handlers
    assert handler.types == Name("IOException", 2)
    assert isinstance(handler.body[0], Return)
    assert stmt.body[0] == Assign((Name("x", 2),), stmt.body[0].value, None, "", 2)  # type: ignore[union-attr]


def test_what_catches_without_a_try_is_one() -> None:
    (stmt,) = body_of("return runCatching { ask() }.getOrElse { e -> other(e) }")
    assert isinstance(stmt, Try)
    (handler,) = stmt.handlers
    assert (handler.types, handler.name) == (None, "e")
    assert isinstance(stmt.body[0], Return)
    assert isinstance(handler.body[0], Return)


def test_a_result_that_is_kept_counts_as_not_caught() -> None:
    (stmt,) = body_of("val x = runCatching { ask() }.onFailure { log(it) }")
    assert isinstance(stmt, Try)
    assert stmt.handlers[0].body[-1] == Raise(None, 2)
    (thrown_away,) = body_of("runCatching { ask() }")
    assert isinstance(thrown_away, Try)
    assert thrown_away.handlers[0].body == ()


def test_words_of_the_language_are_no_names() -> None:
    (loop,) = body_of("while (true) { if (q == null) break else continue }")
    assert isinstance(loop, While)
    assert loop.test == Const(True, 2)
    (test,) = loop.body
    assert isinstance(test, If)
    assert (test.body, test.orelse) == ((Leave("break", 2),), (Leave("continue", 2),))


def test_texts_hold_what_stands_in_them() -> None:
    (stmt,) = body_of(r'val x = "a $q ${q.b} \$c"')
    assert isinstance(stmt, Assign)
    assert stmt.value == Format(
        (Const("a ", 2), Name("q", 2), Const(" ", 2), Attr(Name("q", 2), "b", 2), Const(" $c", 2)),
        2,
    )


def test_a_class_with_a_constructor_sets_its_fields_in_it() -> None:
    facts = lower(
        "class A(val b: B, c: C) : D(c) {\n val e = b.go()\n companion object { val F = 1 }\n}\n"
    )
    (cls,) = facts.body
    assert isinstance(cls, Class)
    assert cls.bases == (Name("D", 1),)
    (made,) = [m for m in cls.body if isinstance(m, Function)]
    assert [p.name for p in made.params] == ["this", "b", "c"]
    targets = [s.targets[0] for s in made.body if isinstance(s, Assign)]
    assert targets == [Attr(Name("this", 1), "b", 1), Attr(Name("this", 2), "e", 2)]
    assert Assign((Name("F", 3),), Const(1, 3), None, "", 3) in cls.body


def test_a_function_that_extends_a_type_has_its_object_first() -> None:
    (function,) = lower("fun Route.orders(a: A) = go()\n").body
    assert isinstance(function, Function)
    assert [p.name for p in function.params] == ["this", "a"]
    assert Name("<extension>", 1) in function.decorators


EXPRESSIONS = (
    "ask({0})", "x.ask(a = {0})", "x?.ask({0})", "{0} + {0}", "!({0})", "({0})", "{0} as T", "a[{0}]",
    "{0} ?: {0}", "{{ x -> {0} }}", "{{ {0} }}", "run {{ {0} }}", "{0} to {0}", "{0} is T",
    "object : T() {{\n fun g() = {0}\n}}", "if ({0}) {0} else {0}", "\"a ${{{0}}} b\"",
    "when ({0}) {{ 1 -> {0}; else -> {0} }}", "try {{ {0} }} catch (e: E) {{ {0} }}", "{0}!!",
    "runCatching {{ {0} }}.getOrElse {{ {0} }}", "{0}.let {{ {0} }}", "{0}.apply {{ y = {0} }}",
    "{0}.also {{ {0} }}", "fun(): T {{ return {0} }}", "runCatching {{ {0} }}.fold({{ {0} }}, {{ {0} }})",
)  # fmt: skip
STATEMENTS = (
    "x = {0}\n", "val y = {0}\n", "val z by lazy {{ {0} }}\n", "x += {0}\n", "{0}\n",
    "if ({0}) {{ x = {0} }} else {{ y = {0} }}\n", "while ({0}) {{ x = {0} }}\n",
    "do {{ x = {0} }} while ({0})\n", "for (t in {0}) {{ x = {0} }}\n", "throw {0}\n",
    "try {{ x = {0} }} catch (e: E) {{ x = {0} }} finally {{ x = {0} }}\n",
    "when {{ {0} -> x = {0}\n else -> {{ {0} }} }}\n", "fun g() = {0}\n",
    "runCatching {{ {0} }}.onSuccess {{ {0} }}.onFailure {{ {0} }}\n", "return {0}\n",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(nested(STATEMENTS, EXPRESSIONS), max_size=4))
def test_every_call_is_kept(statements: list[str]) -> None:
    source = f"class A {{\n fun f() {{\n {' '.join(statements)} }}\n}}\nfun leaf() = 1\n"
    assert leaves(lower(source)) >= source.count("leaf()") - 1


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}()[]?:.,=+->\"'@$ abcfun class if try val when\n", max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    assert not any(problem.code == "front-end-error" for problem in lower(text).problems)


def test_deep_nesting_keeps_its_calls() -> None:
    facts = lower("fun f() { val x = " + "ask(" * 300 + ")" * 300 + " }\n")
    assert (
        sum(isinstance(c.callee, Name) and c.callee.id == "ask" for c in walk_calls(facts.body))
        == 300
    )


def test_a_long_chain_keeps_its_calls() -> None:
    facts = lower("fun f() { x" + ".ask()" * 1000 + " }\n")
    assert not any(problem.code == "front-end-error" for problem in facts.problems)
    assert sum(1 for _ in walk_calls(facts.body)) == 1000
