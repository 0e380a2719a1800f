"""C# source to facts: what later stages rely on."""

# ruff: noqa: E501 - statements of C# stand in one line here

from __future__ import annotations

from hypothesis import given, settings

from auditor.languages import read_source
from auditor.model.facts import (
    Assign,
    Attr,
    Call,
    Class,
    Const,
    FileFacts,
    Function,
    If,
    Name,
    Opaque,
    Raise,
    Try,
)
from tests.deadline import within
from tests.languages.conftest import walk_calls
from tests.languages.nesting import leaves, nested

EXPRESSIONS = (
    "Ask({0})", "x.Ask({0})", "new T({0})", "new T {{ A = {0} }}", "{0} + {0}", "!{0}", "({0})",
    "a[{0}]", "{0} ? {0} : {0}", "x => {0}", "() => {{ return {0}; }}", "y = {0}", "{0} ?? {0}",
    "await {0}", "x?.Go({0})", "$\"a{{{0}}}\"", "new[] {{ {0} }}", "{0} is T t",
    "x switch {{ 1 => {0}, _ => {0} }}", "new {{ A = {0} }}", "{0} as T",
)  # fmt: skip
STATEMENTS = (
    "x = {0};", "var y = {0};", "return {0};", "throw {0};", "if ({0}) {{ x = {0}; }} else y = {0};",
    "while ({0}) {{ x = {0}; }}", "do {{ x = {0}; }} while ({0});", "foreach (var t in {0}) {{ x = {0}; }}",
    "for (int i = {0}; {0}; i++) {{ x = {0}; }}", "using (var t = {0}) {{ x = {0}; }}",
    "try {{ x = {0}; }} catch (E e) when ({0}) {{ x = {0}; }} finally {{ x = {0}; }}",
    "lock ({0}) {{ x = {0}; }}", "switch ({0}) {{ case 1: x = {0}; break; default: y = {0}; break; }}",
    "int F() => {0};", "yield return {0};",
)  # fmt: skip


def lower(source: str) -> FileFacts:
    return read_source("csharp", "A.cs", source.encode())


@settings(max_examples=150, deadline=None)
@given(nested(STATEMENTS, EXPRESSIONS))
def test_every_call_is_kept(statement: str) -> None:
    source = f"class A {{ void F() {{ {statement} }} }}"
    assert leaves(lower(source)) >= source.count("leaf()")


def test_items_in_items_are_read_once() -> None:
    deep = "new P { Model = " * 30 + "leaf()" + ', "x" }' * 30
    with within(30):
        facts = lower(f"class A {{ void F() {{ var x = {deep}; }} }}")
    assert leaves(facts) == 1


def test_a_property_is_a_field_or_is_read_by_a_method() -> None:
    (cls,) = lower('class A { string B { get; set; } = "x"; string C => B; }').body
    assert isinstance(cls, Class)
    held = [
        stmt.targets for stmt in cls.body if isinstance(stmt, Assign) and stmt.value is not None
    ]
    (read,) = [stmt for stmt in cls.body if isinstance(stmt, Function)]
    assert held == [(Name("B", 1),)]
    assert (read.name, read.decorators) == ("C", (Name("property", 1),))


def test_a_handler_with_a_condition_raises_again_where_it_does_not_hold() -> None:
    (cls,) = lower("class A { void F() { try { go(); } catch (E e) when (e.X) { end(); } } }").body
    assert isinstance(cls, Class)
    (method,) = cls.body
    assert isinstance(method, Function)
    (stmt,) = method.body
    assert isinstance(stmt, Try)
    (check,) = stmt.handlers[0].body
    assert isinstance(check, If)
    assert isinstance(check.orelse[0], Raise)


def test_what_is_set_at_once_are_arguments_with_names() -> None:
    (call,) = [c for c in walk_calls(lower("class A { B b = new B(1) { C = 2 }; }").body) if c.new]
    assert isinstance(call, Call)
    assert [(arg.name, arg.value) for arg in call.args] == [(None, Const(1, 1)), ("C", Const(2, 1))]


def test_only_a_task_may_wait_to_be_awaited() -> None:
    calls = walk_calls(lower("class A { void F() { a.Go(); a.GoAsync(); } }").body)
    assert sorted((c.callee.name, c.awaited) for c in calls) == [("Go", True), ("GoAsync", False)]  # type: ignore[union-attr]


def test_both_sides_of_a_condition_for_the_compiler_are_read() -> None:
    facts = lower(
        "class A {\n#if DEBUG\n  void F() { one(); }\n#else\n  void G() { two(); }\n#endif\n}"
    )
    assert facts.problems == ()
    assert {c.callee.id for c in walk_calls(facts.body)} == {"one", "two"}  # type: ignore[union-attr]


def test_the_name_of_a_call_in_the_deep_has_no_arguments_in_it() -> None:
    facts = lower("class A { void F() { x = " + "(" * 200 + "a.B(c).D()" + ")" * 200 + "; } }")
    kept = {
        c.callee.name: c.callee.base for c in walk_calls(facts.body) if isinstance(c.callee, Attr)
    }
    assert kept["B"] == Name("a", 1)
    assert isinstance(kept["D"], Opaque)
