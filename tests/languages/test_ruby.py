"""Ruby source to facts: what later stages rely on."""

# ruff: noqa: E501 - statements of Ruby stand in one line here

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.languages import read_source
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Binary,
    Call,
    Class,
    Closure,
    Const,
    Evaluate,
    FileFacts,
    For,
    Format,
    Function,
    If,
    Leave,
    Many,
    Mapping,
    Match,
    Name,
    Raise,
    Return,
    Star,
    Try,
    While,
)
from tests.languages.conftest import body_of_one, walk_calls
from tests.languages.nesting import leaves, nested


def lower(source: str) -> FileFacts:
    return read_source("ruby", "a.rb", source.encode())


def body_of(body: str) -> tuple[object, ...]:
    return body_of_one(lower(f"def f(q)\n{body}\nend"))


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("if q then a elsif x then b else c end\nnil", (If, Return)),
        ("a unless q\nnil", (If, Return)),
        ("q.each { |x| a(x) }\nnil", (For, Return)),
        ("q.each_with_index do |x, n| a(x) end\nnil", (For, Return)),
        ("for x in q do a(x) end\nnil", (For, Return)),
        ("loop do break if q end\nnil", (While, Return)),
        ("a while q\nnil", (While, Return)),
        ("until q do a end\nnil", (While, Return)),
        ("case q when 1, 2 then a else b end\nnil", (Match, Return)),
        ("case q\nin {a: x} then b\nend\nnil", (Match, Return)),
        ("raise E, 'text'", (Raise,)),
        ("exit 1", (Raise,)),
        ("x = a rescue b\nnil", (Try, Return)),
        ("return a || raise(E)", (Assign, If, Return)),
        ("x = q or return\nnil", (Assign, If, Evaluate, Return)),
    ],
)
def test_statements(body: str, kinds: tuple[type, ...]) -> None:
    assert tuple(type(stmt) for stmt in body_of(body)) == kinds


def test_the_last_value_is_what_comes_of_a_method() -> None:
    (stmt,) = body_of("if q then 1 else 2 end")
    assert isinstance(stmt, If)
    assert stmt.body == (Return(Const(1, 2), 2),)
    assert stmt.orelse == (Return(Const(2, 2), 2),)


def test_a_method_may_rescue_by_itself() -> None:
    (stmt,) = body_of("a\nrescue A, B::C => e\n b\nelse\n c\nensure\n d")
    assert isinstance(stmt, Try)
    (handler,) = stmt.handlers
    assert (handler.name, handler.types) == (
        "e", Many("tuple", (Name("A", 3), Attr(Name("B", 3), "C", 3)), 3),
    )  # fmt: skip
    assert isinstance(stmt.body[0], Evaluate)
    assert isinstance(stmt.orelse[0], Return)
    assert isinstance(stmt.final[0], Evaluate)


def test_a_retry_is_another_round() -> None:
    (stmt,) = body_of("begin\n a\nrescue E\n retry if q\n b\nend")
    assert isinstance(stmt, While)
    (tried,) = stmt.body
    assert isinstance(tried, Try)
    again, other = tried.handlers[0].body
    assert isinstance(again, If)
    assert again.body == (Leave("continue", 5),)
    assert isinstance(other, Return)


def test_next_and_return_mean_different_things_in_loops_and_blocks() -> None:
    loop, mapped, _ = body_of("q.each { |x| next if x }\nq.map { |x| next 1 if x }\nnil")
    assert isinstance(loop, For)
    assert isinstance(loop.body[0], If)
    assert loop.body[0].body == (Leave("continue", 2),)
    assert isinstance(mapped, Evaluate)
    assert isinstance(mapped.value, Call)
    closure = mapped.value.args[0].value
    assert isinstance(closure, Closure)
    assert isinstance(closure.function.body[0], If)
    assert closure.function.body[0].body == (Return(Const(1, 3), 3),)


def test_arguments_are_named_and_blocks_have_a_name_of_their_own() -> None:
    (stmt,) = body_of("q.ask(1, *a, k: 2, 's' => 3, **o) { 4 }")
    assert isinstance(stmt, Return)
    assert isinstance(stmt.value, Call)
    args = stmt.value.args
    assert [(a.name, a.stars) for a in args] == [
        (None, 0), (None, 1), ("k", 0), (None, 2), (None, 0), ("<block>", 0),
    ]  # fmt: skip
    assert args[4].value == Mapping(((Const("s", 2), Const(3, 2)),), 2)


def test_a_constructor_and_what_runs_the_block() -> None:
    (made,) = body_of("T.new(q)")
    assert isinstance(made, Return)
    assert isinstance(made.value, Call)
    assert (made.value.new, made.value.callee) == (True, Name("T", 2))
    (run,) = body_of("yield q")
    assert isinstance(run, Return)
    assert isinstance(run.value, Call)
    assert run.value.callee == Name("<block>", 2)


def test_texts_hold_what_stands_in_them() -> None:
    (stmt,) = body_of('"a #{q}" "b"')
    assert isinstance(stmt, Return)
    text = Format((Const("a ", 2), Name("q", 2)), 2)
    assert stmt.value == Format((text, Const("b", 2)), 2)


def test_fields_are_kept_apart_from_methods() -> None:
    (stmt, _) = body_of("@a ||= b(1)\nnil")
    assert isinstance(stmt, Assign)
    field = Attr(Name("self", 2), "@a", 2)
    assert stmt.targets == (field,)
    assert isinstance(stmt.value, Binary)
    assert (stmt.value.op, stmt.value.left) == ("or", field)


def test_what_a_class_says_of_itself() -> None:
    (cls,) = lower(
        "class A::B < C\n include D\n attr_reader :x\n def self.a; end\n class << self\n def b; end\n end\n private\n def c; end\n def d; end\nend"
    ).body
    assert isinstance(cls, Class)
    assert (cls.name, cls.bases) == ("A.B", (Name("C", 1), Name("D", 2)))
    methods = [m for m in cls.body if isinstance(m, Function)]
    assert [m.name for m in methods] == ["x", "self.a", "self.b", "c", "d"]
    private = Name("<private>", 9)
    assert methods[3].decorators == (private,)
    assert methods[0].body == (Return(Attr(Name("self", 3), "@x", 3), 3),)


def test_a_module_that_extends_itself_has_methods_of_its_own() -> None:
    (cls,) = lower("module A\n extend self\n def ask; end\nend").body
    assert isinstance(cls, Class)
    assert [m.name for m in cls.body if isinstance(m, Function)] == ["self.ask"]


def test_records_have_a_constructor_and_readers() -> None:
    plain, derived = lower("A = Struct.new(:x, :y)\nclass B < Data.define(:z); end").body
    assert isinstance(plain, Class)
    assert isinstance(derived, Class)
    assert [m.name for m in plain.body if isinstance(m, Function)] == ["initialize", "x", "y"]
    assert [m.name for m in derived.body if isinstance(m, Function)] == ["initialize", "z"]


def test_several_values_are_a_list() -> None:
    (stmt, _) = body_of("a, *b = 1, *q\nnil")
    assert isinstance(stmt, Assign)
    assert stmt.targets == (Many("tuple", (Name("a", 2), Star(Name("b", 2), 2)), 2),)
    assert stmt.value == Many("list", (Const(1, 2), Star(Name("q", 2), 2)), 2)


def test_a_method_is_called_by_the_text_of_its_name() -> None:
    (stmt,) = body_of("q.send(:ask, 1)")
    assert isinstance(stmt, Return)
    assert isinstance(stmt.value, Call)
    assert stmt.value.callee == Attr(Name("q", 2), "ask", 2)
    assert stmt.value.args == (Arg(None, Const(1, 2)),)


EXPRESSIONS = (
    "ask({0})", "x.ask(a: {0})", "x&.ask({0})", "A::B.ask({0})", "T.new({0})", "({0} + {0})",
    "(!{0})", "({0})", "x[{0}]", "({0} || {0})", "({0} ? {0} : {0})", "->(x) {{ {0} }}",
    "[{0}, *{0}]", "{{ k: {0}, 'a' => {0} }}", "(y = {0})", "\"a #{{{0}}} b\"", "x.map {{ |z| {0} }}",
    "x.each {{ |z| {0} }}", "(if {0} then {0} else {0} end)", "(begin; {0}; rescue E; {0}; end)",
    "(case {0} when 1 then {0} else {0} end)", "({0} rescue {0})", "({0} and {0})", "x.tap {{ |z| {0} }}",
    "x.then {{ |z| {0} }}", "{0}.b", "({0}; {0})", "(not {0})", "raise({0})", "super({0})",
)  # fmt: skip
STATEMENTS = (
    "x = {0}", "x += {0}", "x ||= {0}", "@x ||= {0}", "a, b = {0}, {0}", "x.y = {0}", "x[{0}] = {0}",
    "return {0}", "raise {0}", "{0} if {0}", "{0} unless {0}", "{0} while {0}",
    "if {0}\n x = {0}\nelsif {0}\n {0}\nelse\n {0}\nend", "while {0}\n {0}\nend",
    "for z in {0} do\n {0}\nend", "case {0}\nwhen {0} then {0}\nelse {0}\nend",
    "begin\n {0}\nrescue E => e\n {0}\n retry if {0}\nelse\n {0}\nensure\n {0}\nend",
    "x.each do |z|\n next if {0}\n {0}\nend", "loop do\n {0}\n break {0}\nend", "yield {0}",
    "x or return {0}", "class << self\n def g = {0}\nend", "{0}.each {{ |a, b| {0} }}",
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(nested(STATEMENTS, EXPRESSIONS), max_size=4))
@example(["x[leaf()] = raise(leaf())"])
def test_every_call_is_kept(statements: list[str]) -> None:
    source = "class A\ndef f(x, q)\n" + "\n".join(statements) + "\nend\nend"
    assert leaves(lower(source)) >= source.count("leaf()")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}()[]|?:.,=+->\"'@$#& abcfn class if do end <~\n", max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    assert not any(problem.code == "front-end-error" for problem in lower(text).problems)


def test_deep_nesting_keeps_its_calls() -> None:
    facts = lower("x = " + "ask(" * 300 + ")" * 300)
    found = (c.callee for c in walk_calls(facts.body))
    assert sum(isinstance(c, Name) and c.id == "ask" for c in found) == 300
