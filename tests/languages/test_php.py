"""PHP source to facts: what later stages rely on."""

# ruff: noqa: E501 - statements of PHP stand in one line here

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.languages import read_source
from auditor.model.facts import (
    Assign,
    Attr,
    Binary,
    Call,
    Class,
    Const,
    Evaluate,
    FileFacts,
    For,
    Format,
    Function,
    If,
    Import,
    Index,
    Many,
    Mapping,
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
    return read_source("php", "a.php", f"<?php\n{source}".encode())


def body_of(body: str) -> tuple[object, ...]:
    return body_of_one(lower(f"function f($q) {{ {body} }}"))


@pytest.mark.parametrize(
    ("source", "imports"),
    [
        (r"use A\B;", [("A", (("B", "B"),))]),
        (r"use A\B as C;", [("A", (("B", "C"),))]),
        (r"use function A\f;", [("A", (("f", "f"),))]),
        (r"use A\{B, C as D};", [("A", (("B", "B"),)), ("A", (("C", "D"),))]),
        ("require_once __DIR__ . '/lib/a.php';", [("<include>lib/a.php", (("*", "*"),))]),
    ],
)
def test_imports(source: str, imports: list[tuple[str, object]]) -> None:
    found = [(i.module, i.names) for i in lower(source).body if isinstance(i, Import)]
    assert found == imports


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("if ($q) { a(); } elseif ($x) { b(); } else if ($y) c(); else { d(); }", (If,)),
        ("if ($q): a(); else: b(); endif;", (If,)),
        ("foreach ($q as $k => $v) { a(); }", (For,)),
        ("for ($i = 0; $i < 3; $i++) { a(); }", (Assign, While)),
        ("do { a(); } while ($q);", (While,)),
        ("switch ($q) { case 1: a(); break; default: b(); }", (Match,)),
        ("throw new E();", (Raise,)),
        ("exit(1);", (Evaluate, Raise)),
        ("$a = $b = c();", (Assign,)),
        ("$a[] = c();", (Assign,)),
        ("return match ($q) { 1, 2 => a(), default => b() };", (Return,)),
    ],
)
def test_statements(body: str, kinds: tuple[type, ...]) -> None:
    assert tuple(type(stmt) for stmt in body_of(body)) == kinds


def test_a_try_has_its_types_and_its_end() -> None:
    (stmt,) = body_of(r"try { a(); } catch (A | \B\C $e) { b(); } finally { c(); }")
    assert isinstance(stmt, Try)
    (handler,) = stmt.handlers
    assert handler.name == "$e"
    assert handler.types == Many("tuple", (Name("A", 2), Name("\\B.C", 2)), 2)
    assert stmt.final


def test_arrays_are_lists_or_mappings_or_methods() -> None:
    values = [s.value for s in body_of("$a = [1]; $a = ['k' => 1, ...$q]; $a = [$this, 'f'];")
              if isinstance(s, Assign)]  # fmt: skip
    assert values == [
        Many("list", (Const(1, 2),), 2),
        Mapping(((Const("k", 2), Const(1, 2)), (None, Name("$q", 2))), 2),
        Attr(Name("$this", 2), "f", 2),
    ]
    (last,) = body_of("return [T::class, 'f'];")
    assert isinstance(last, Return)
    assert isinstance(last.value, Attr)
    assert isinstance(last.value.base, Call)
    assert (last.value.base.args[0].value, last.value.name) == (Name("T", 2), "f")


def test_texts_hold_what_stands_in_them() -> None:
    (stmt,) = body_of("return \"a $q {$x->y['z']}\" . 'b';")
    assert isinstance(stmt, Return)
    inner = Index(Attr(Name("$x", 2), "y", 2), Const("z", 2), 2)
    text = Format((Const("a ", 2), Name("$q", 2), Const(" ", 2), inner), 2)
    assert stmt.value == Binary("+", text, Const("b", 2), 2)


def test_a_constructor_keeps_what_it_promotes() -> None:
    (cls,) = lower(
        "class A extends B implements C { use T; public function __construct(private D $d, $e) { parent::__construct($e); } }"
    ).body
    assert isinstance(cls, Class)
    assert cls.bases == (Name("B", 2), Name("C", 2), Name("T", 2))
    (made,) = [m for m in cls.body if isinstance(m, Function)]
    keeping, calling = made.body
    assert [p.name for p in made.params] == ["$this", "$d", "$e"]
    assert keeping == Assign((Attr(Name("$this", 2), "d", 2),), Name("$d", 2), None, "", 2)
    assert isinstance(calling, Evaluate)
    assert isinstance(calling.value, Call)
    assert calling.value.callee == Attr(Name("super", 2), "__construct", 2)


def test_cases_of_an_enumeration_stand_for_their_texts() -> None:
    (cls,) = lower("enum M: string { case A = 'x'; case B; }").body
    assert isinstance(cls, Class)
    assert [s.value for s in cls.body if isinstance(s, Assign)] == [Const("x", 2), Const("B", 2)]


EXPRESSIONS = (
    "ask({0})", "$x->ask(a: {0})", "$x?->ask({0})", "A::ask({0})", "new T({0})", "{0} . {0}", "!{0}",
    "({0})", "(string) {0}", "$a[{0}]", "{0} ?? {0}", "{0} ?: {0}", "{0} ? {0} : {0}", "@{0}",
    "fn ($x) => {0}", "function () use ($y) {{ return {0}; }}", "[{0}, 'k' => {0}]", "$y = {0}",
    "new class({0}) extends T {{ function g() {{ {0}; }} }}", "clone {0}", "\"a {{$x->f({0})}} b\"",
    "match ({0}) {{ 1 => {0}, default => {0} }}", "{0}->b", "{0} instanceof T", "throw {0}", "print {0}",
)  # fmt: skip
STATEMENTS = (
    "$x = {0};", "$x .= {0};", "[$a, $b] = {0};", "return {0};", "throw {0};", "echo {0}, {0};",
    "if ({0}) {{ $x = {0}; }} elseif ({0}) {{ {0}; }} else $y = {0};", "while ({0}) {{ {0}; }}",
    "do {{ {0}; }} while ({0});", "for ($i = {0}; {0}; $i = {0}) {{ {0}; }}",
    "foreach ({0} as $k => $v) {{ {0}; }}", "switch ({0}) {{ case {0}: {0}; break; default: {0}; }}",
    "try {{ {0}; }} catch (E $e) {{ {0}; }} finally {{ {0}; }}", "static $s = {0};", "unset($a[{0}]);",
    "if ({0}): {0}; else: {0}; endif;", "exit({0});",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(nested(STATEMENTS, EXPRESSIONS), max_size=4))
def test_every_call_is_kept(statements: list[str]) -> None:
    source = f"class A {{ function f() {{ {' '.join(statements)} }} }}"
    assert leaves(lower(source)) >= source.count("leaf()")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}()[]?:.,=+->\"'@$ abcfn class if try <?\n", max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    assert not any(problem.code == "front-end-error" for problem in lower(text).problems)


def test_deep_nesting_keeps_its_calls() -> None:
    facts = lower("$x = " + "ask(" * 300 + ")" * 300 + ";")
    found = (c.callee for c in walk_calls(facts.body))
    assert sum(isinstance(c, Name) and c.id == "ask" for c in found) == 300
