"""Rust source to facts: what later stages rely on."""

# ruff: noqa: E501 - statements of Rust stand in one line here

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
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
    Leave,
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
    return read_source("rust", "src/a.rs", source.encode())


def body_of(statements: str) -> tuple[object, ...]:
    """What a function that holds these statements is lowered to."""
    return body_of_one(lower(f"async fn f(q: &str) -> R {{\n{statements}\n}}"))


def test_uses_are_imports_of_names() -> None:
    facts = lower("use a::b::{self, C as D, e::*};\nuse crate::x;\nuse super::y::Z;\nuse serde;")
    assert [(s.module, s.names) for s in facts.body if isinstance(s, Import)] == [
        ("a", (("b", "b"),)),
        ("a.b", (("C", "D"),)),
        ("a.b.e", (("*", "*"),)),
        ("crate", (("x", "x"),)),
        ("super.y", (("Z", "Z"),)),
        ("serde", None),
    ]


def test_methods_of_all_blocks_belong_to_the_type() -> None:
    facts = lower(
        "impl A { fn new() -> Self { A { b: 1 } } }\nstruct A { b: B }\nimpl T for A { fn run(&self) {} }"
    )
    (cls,) = facts.body
    assert isinstance(cls, Class)
    assert (cls.name, cls.bases) == ("A", (Name("T", 3),))
    new, run = (m for m in cls.body if isinstance(m, Function))
    assert [p.name for p in new.params] == []
    assert [p.name for p in run.params] == ["self"]
    (made,) = new.body
    assert isinstance(made, Return)
    assert isinstance(made.value, Call)
    assert (made.value.new, [a.name for a in made.value.args]) == (True, ["b"])


def test_what_is_there_for_tests_is_left_out() -> None:
    facts = lower(
        "#[cfg(test)]\nmod tests { fn a() {} }\n#[tokio::test]\nasync fn b() {}\nfn c() {}"
    )
    assert [s.name for s in facts.body if isinstance(s, Function)] == ["c"]


def test_a_match_on_an_outcome_is_a_handler() -> None:
    (tried,) = body_of("match ask(q).await { Ok(x) => x, Err(e) => other(e).await }")
    assert isinstance(tried, Try)
    (handler,) = tried.handlers
    assert (handler.types, handler.name) == (None, "e")
    assert isinstance(handler.body[0], Return)
    assert isinstance(tried.orelse[-1], Return)


def test_a_pattern_of_an_error_is_its_type() -> None:
    (tried,) = body_of("match ask(q).await { Ok(x) => x, Err(E::Slow(_)) => a(), Err(_) => b() }")
    assert isinstance(tried, Try)
    assert [h.types for h in tried.handlers] == [Attr(Name("E", 2), "Slow", 2), None]


def test_a_question_mark_inside_of_what_is_tried_is_evaluated_before() -> None:
    first, tried = body_of("match ask(get(q).await?).await { Ok(x) => x, Err(_) => b() }")
    assert isinstance(first, Assign)
    assert isinstance(first.value, Call)
    assert first.value.callee == Name("get", 2)
    assert isinstance(tried, Try)


def test_unwrap_ends_the_thread() -> None:
    tried, absent, given = body_of("ask(q).await.unwrap()")
    assert isinstance(tried, Try)
    assert isinstance(absent, If)
    assert isinstance(given, Return)
    for (end,) in (tried.handlers[0].body, absent.body):
        assert isinstance(end, Evaluate)
        assert isinstance(end.value, Call)
        assert end.value.callee == Name("<panic>", 2)


def test_an_error_given_back_is_raised() -> None:
    (given_back,) = body_of("Err(E::Down)")
    assert given_back == Raise(Attr(Name("E", 2), "Down", 2), 2)
    (left,) = body_of('bail!("down");')
    assert isinstance(left, Raise)


def test_a_failure_that_nobody_looks_at_is_swallowed() -> None:
    for source in ("let _ = ask(q).await;", "ask(q).await;"):
        (tried,) = body_of(source)
        assert isinstance(tried, Try)
        assert tried.handlers[0].body == ()


def test_what_stands_in_its_place() -> None:
    kept, given_back = body_of('std::env::var("M").unwrap_or_else(|_| "x".to_string())')
    assert isinstance(kept, Assign)
    assert isinstance(given_back, Return)
    assert isinstance(given_back.value, Binary)
    assert given_back.value.op == "or"


def test_texts_and_their_holes() -> None:
    (stmt,) = body_of('format!("{}/v1/{name}{{x}}", base)')
    assert isinstance(stmt, Return)
    assert stmt.value == Format(
        (Name("base", 2), Const("/v1/", 2), Name("name", 2), Const("{", 2), Const("x", 2), Const("}", 2)), 2
    )  # fmt: skip
    (raw,) = body_of('r#"a "b""#')
    assert raw == Return(Const('a "b"', 2), 2)
    (escaped,) = body_of('"a\\n\\u{e9}\\"\\\n   b"')
    assert escaped == Return(Const('a\né"b', 2), 2)


def test_json_is_a_mapping() -> None:
    (stmt,) = body_of('json!({"model": m.name(), "n": [1, {"a": null}]})')
    assert isinstance(stmt, Return)
    assert isinstance(stmt.value, Mapping)
    (model, called), (_, listed) = stmt.value.items
    assert model == Const("model", 2)
    assert isinstance(called, Call)
    assert called.span.column == 18
    assert isinstance(listed, Many)
    assert listed.items[0] == Const(1, 2)


def test_loops_and_what_leaves_them() -> None:
    start, loop, end = body_of("loop { if q { break 5; } else { continue; } }")
    assert isinstance(loop, While)
    assert loop.test == Const(True, 2)
    (test,) = loop.body
    assert isinstance(test, If)
    assert test.body[-1] == Leave("break", 2)
    assert isinstance(start, Assign)
    assert end == Return(start.targets[0], 2)
    (each,) = body_of("for (a, b) in xs.iter() { run(a); }")
    assert isinstance(each, For)


def test_words_of_an_enumeration_are_texts() -> None:
    enum, function = lower("enum A { B, C(D) }\nfn f(a: A) { match a { A::B => 1, _ => 2 } }").body
    assert isinstance(enum, Class)
    assert enum.body[0] == Assign((Name("B", 1),), Const("B", 1), None, "", 1)
    assert isinstance(function, Function)
    (match,) = function.body
    assert isinstance(match, Match)
    assert match.cases[0].patterns == (Attr(Name("A", 2), "B", 2),)


def test_attributes_are_decorators() -> None:
    (function,) = lower('#[post("/chat", data = "<m>")]\nasync fn chat() {}').body
    assert isinstance(function, Function)
    (mark,) = function.decorators
    assert isinstance(mark, Call)
    assert (mark.callee, [a.value for a in mark.args]) == (
        Name("post", 1),
        [Const("/chat", 1), Const("<m>", 1)],
    )


STATEMENTS = [
    "{0};", "let x = {0};", "let Ok(x) = {0} else {{ return {0}; }};", "let _ = {0};", "x = {0};", "return {0};",
    "if {0} {{ {0} }} else {{ {0} }}", "if let Some(x) = {0} {{ {0} }} else {{ {0} }}",
    "if let Ok(x) = {0} && {0} {{ {0} }}", "if let Err(e) = {0} {{ {0} }}",
    "match {0} {{ Ok(x) if {0} => {0}, Err(e) => {0}, _ => {0} }}", "match {0} {{ Some(\"a\") => {0}, None => {0}, _ => {0} }}",
    "match {0} {{ A::B(x) | A::C {{ x, .. }} => {0}, 1..=5 => {0}, x => {0} }}",
    "while {0} {{ {0} }}", "while let Some(x) = {0} {{ {0} }}", "for x in {0} {{ {0} }}", "loop {{ break {0}; }}",
    "println!(\"{{}}\", {0});", "tokio::select! {{ a = {0} => {{ {0} }}, else => {0} }}", "bail!(\"x\", {0});",
    "let x = vec![{0}, {0}];", "ensure!({0}, \"x\");", "let r = {0}; match r {{ Ok(_) => {0}, Err(_) => {0} }}",
    "unsafe {{ {0} }}", "const A: B = {0};", "fn g() {{ {0} }}", "let (a, b) = ({0}, {0});",
]  # fmt: skip
EXPRESSIONS = [
    "{0}", "ask({0})", "({0}).await", "({0}?)", "({0}).unwrap()", "({0}).ok()", "({0}).unwrap_or({0})",
    "({0}).unwrap_or_else(|_| {0})", "({0}).or_else(|e| {0})", "({0}).map(|x| {0})",
    "({0}).map_or({0}, |x| {0})", "({0}).is_ok()", "({0}).map_err(|e| {0})", "Ok({0})", "Err({0})",
    "Some({0})", "Arc::new({0})", "a.b({0}).c({0})", "(A {{ a: {0}, ..{0} }})", "(|x| {0})",
    "(async move {{ {0} }})", "json!({{\"a\": {0}, \"b\": [{0}]}})", "format!(\"{{}}\", {0})", "(&mut {0})",
    "(*{0})", "(!{0})", "({0} + {0})", "({0}, {0})", "[{0}; 3]", "(a[{0}])",
    "(if {0} {{ {0} }} else {{ {0} }})", "(match {0} {{ Ok(x) => {0}, Err(_) => {0} }})",
    "({{ let y = {0}; {0} }})", "({0} as u8)", "(return {0})", "(loop {{ break {0} }})",
    "timeout(d, {0}).await", "a::<T>({0})", "({0})..{0}", "tokio::join!({0}, {0})", "(<A as B>::c({0}))",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(nested(STATEMENTS, EXPRESSIONS), max_size=4))
@example(["match leaf()? { Ok(x) if leaf() => leaf(), Err(E::A(_)) => leaf()?, _ => leaf() }"])
def test_every_call_is_kept(statements: list[str]) -> None:
    source = "impl A { async fn f(&self, x: X) -> R {\n" + "\n".join(statements) + "\n} }"
    assert leaves(lower(source)) >= source.count("leaf()")


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="{}()[]|?:.,=!+->\"'&#*;_ abcfn let if match Ok Err <~\n", max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    assert not any(problem.code == "front-end-error" for problem in lower(text).problems)


@pytest.mark.parametrize(
    "source",
    [
        "fn f() { x = " + "ask(" * 300 + ")" * 300 + "; }",
        "fn f() { " + "if a { " * 300 + "ask()" + " }" * 300 + " }",
        "fn f() { " + "match a { Ok(x) => " * 300 + "ask()" + " }" * 300 + " }",
    ],
)
def test_deep_nesting_is_no_failure(source: str) -> None:
    facts = lower(source)
    assert not any(problem.code == "front-end-error" for problem in facts.problems)
    found = (c.callee for c in walk_calls(facts.body))
    assert sum(isinstance(c, Name) and c.id == "ask" for c in found) >= source.count("ask(")
