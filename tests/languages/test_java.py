"""Java source to facts: what later stages rely on."""

from __future__ import annotations

import pytest

from auditor.languages import read_source
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Call,
    Class,
    Const,
    FileFacts,
    For,
    Function,
    Handler,
    If,
    Import,
    Leave,
    Match,
    Name,
    Return,
    Ternary,
    Try,
    While,
    With,
)
from tests.languages.conftest import walk_calls


def lower(source: str) -> FileFacts:
    return read_source("java", "A.java", source.encode())


def method_of(body: str, members: str = "") -> Function:
    facts = lower(f"class A {{ {members} void f(String q) {{ {body} }} }}")
    assert facts.problems == ()
    (cls,) = facts.body
    assert isinstance(cls, Class)
    return next(m for m in cls.body if isinstance(m, Function) and m.name == "f")


@pytest.mark.parametrize(
    ("source", "module", "names"),
    [
        ("import a.b.C;", "a.b", (("C", "C"),)),
        ("import a.b.*;", "a.b", (("*", "*"),)),
        ("import static a.B.*;", "a.B", (("*", "*"),)),
        ("import a.b.C.D;", "a.b", (("C", "<C>"),)),
        ("import static a.B.run;", "a", (("B", "<B>"),)),
    ],
)
def test_imports(source: str, module: str, names: tuple[tuple[str, str], ...]) -> None:
    first = lower(source).body[0]
    assert isinstance(first, Import)
    assert (first.module, first.names) == (module, names)


def test_a_bare_name_that_is_assigned_is_a_field_unless_the_method_declares_it() -> None:
    body = method_of("x = q; int y; y = 1; COUNT = 2;", "String x; static int COUNT;").body
    targets = [stmt.targets[0] for stmt in body if isinstance(stmt, Assign)]
    assert targets == [
        Attr(Name("this", 1), "x", 1), Name("y", 1), Name("y", 1), Attr(Name("A", 1), "COUNT", 1),
    ]  # fmt: skip


def test_a_method_has_its_receiver_and_a_static_one_has_none() -> None:
    (cls,) = lower("class A { void f(int a) {} static void g(String... b) {} A() {} }").body
    assert isinstance(cls, Class)
    found = {m.name: [(p.name, p.stars) for p in m.params] for m in cls.body
             if isinstance(m, Function)}  # fmt: skip
    assert found == {"f": [("this", 0), ("a", 0)], "g": [("b", 1)], "<init>": [("this", 0)]}


def test_annotations_are_decorators_with_their_arguments() -> None:
    (cls,) = lower('@A class C { @Get(value = "/x", produces = {"a", "b"}) @B void f() {} }').body
    assert isinstance(cls, Class)
    (method,) = [m for m in cls.body if isinstance(m, Function)]
    get, plain = method.decorators
    assert cls.decorators == (Name("A", 1),)
    assert plain == Name("B", 1)
    assert isinstance(get, Call)
    assert get.args[0] == Arg("value", Const("/x", 1))


def test_a_try_has_its_resources_its_types_and_its_end() -> None:
    (stmt,) = method_of(
        "try (var c = open()) { go(c); } catch (A | B e) { } finally { end(); }"
    ).body
    assert isinstance(stmt, Try)
    assert isinstance(stmt.body[0], With)
    (handler,) = stmt.handlers
    assert isinstance(handler, Handler)
    assert handler.name == "e"
    assert [n.id for n in handler.types.items] == ["A", "B"]  # type: ignore[union-attr]
    assert stmt.final


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("for (int i = 0; i < 3; i++) go();", (Assign, While)),
        ("for (String s : list) { go(s); }", (For,)),
        ("do { go(); } while (q != null);", (While,)),
        ("if (q == null) go(); else if (x) stop(); else end();", (If,)),
        ("label: while (true) { break label; }", (While,)),
        ("synchronized (this) { return; }", (Return,)),
        ('switch (q) { case "a": go(); break; default: end(); }', (Match,)),
    ],
)
def test_statements(body: str, kinds: tuple[type, ...]) -> None:
    assert tuple(type(stmt) for stmt in method_of(body).body) == kinds


def test_arms_of_a_switch_fall_through_until_they_break() -> None:
    (stmt,) = method_of(
        'switch (q) { case "a": one(); case "b": two(); break; case X: three(); default: four(); }'
    ).body
    assert isinstance(stmt, Match)
    patterns = [tuple(p.value for p in case.patterns) for case in stmt.cases]  # type: ignore[union-attr]
    assert patterns == [("a", "b"), ()]
    assert not any(isinstance(s, Leave) for case in stmt.cases for s in case.body)


def test_a_switch_as_a_value_is_one_condition_after_the_other() -> None:
    body = method_of('return switch (q) { case "a" -> 1; default -> 2; };').body
    (stmt,) = body
    assert isinstance(stmt, Return)
    assert isinstance(stmt.value, Ternary)
    assert (stmt.value.then, stmt.value.orelse) == (Const(1, 1), Const(2, 1))


def test_constants_of_an_enumeration_are_texts_unless_they_are_built() -> None:
    (plain,) = lower("enum E { A, B }").body
    assert isinstance(plain, Class)
    assert [stmt.value for stmt in plain.body if isinstance(stmt, Assign)] == [
        Const("A", 1), Const("B", 1),
    ]  # fmt: skip
    built = lower('enum E { A("x"); E(String s) {} }').body
    assert [type(stmt) for stmt in built] == [Class, Assign]


def test_broken_code_keeps_its_calls() -> None:
    facts = lower("class A { void f() { go(; ask(1); } void g() { end() } }")
    assert facts.problems
    assert {"ask", "end"} <= {
        call.callee.id for call in walk_calls(facts.body) if isinstance(call.callee, Name)
    }


def test_an_ignore_is_read_from_a_comment() -> None:
    facts = lower("class A {\n  // auditor: ignore[no-fallback] - by hand\n  void f() {}\n}")
    (found,) = facts.directives
    assert (found.line, found.checks, found.reason) == (2, ("no-fallback",), "by hand")
