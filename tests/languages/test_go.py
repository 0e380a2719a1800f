"""Go source to facts: what later stages rely on."""

from __future__ import annotations

from collections import Counter

import pytest

from auditor.languages import read_source
from auditor.model.facts import (
    Assign,
    Call,
    Class,
    Evaluate,
    FileFacts,
    For,
    Function,
    Import,
    Name,
    Raise,
    Return,
    Try,
)
from tests.languages.conftest import walk_calls


def lower(source: str) -> FileFacts:
    return read_source("go", "a.go", source.encode())


def body_of(source: str) -> tuple[object, ...]:
    """The statements of the one function of a file."""
    facts = lower(f"package a\n{source}\n")
    assert facts.problems == ()
    (function,) = [stmt for stmt in facts.body if isinstance(stmt, Function)]
    return function.body


@pytest.mark.parametrize(
    ("path", "used", "module", "alias"),
    [
        ("net/http", "http.Get", "net/http", "http"),
        ("acme.example/acme-go/v3", "acme.New", "acme.example/acme-go", "acme"),
        ("acme.example/go-acme", "acme.New", "acme.example/go-acme", "acme"),
        ("gopkg.in/yaml.v3", "yaml.Marshal", "gopkg.in/yaml", "yaml"),
        ("acme.example/acme/v2/option", "option.With", "acme.example/acme/option", "option"),
        ("acme.example/acme-sdk-go", "acme.New", "acme.example/acme-sdk-go", "acme"),
    ],
)
def test_an_import_goes_by_the_name_that_the_file_uses(
    path: str, used: str, module: str, alias: str
) -> None:
    facts = lower(f'package a\nimport "{path}"\nvar x = {used}()\n')
    assert facts.body[0] == Import(module, 0, None, alias, False, 2)


def test_methods_belong_to_their_type() -> None:
    facts = lower("package a\nfunc (s *S) Do() {}\ntype S struct { name string }\n")
    (made,) = [stmt for stmt in facts.body if isinstance(stmt, Class)]
    assert made.name == "S"
    assert [stmt.name for stmt in made.body if isinstance(stmt, Function)] == ["Do"]
    assert [s.targets[0].id for s in made.body if isinstance(s, Assign)] == ["name"]


def test_a_method_of_a_type_in_another_file_is_a_part_of_it() -> None:
    (part,) = lower("package a\nfunc (s S) Do() {}\n").body
    assert isinstance(part, Class)
    assert part.keywords[0].name == "part"


def test_a_checked_error_is_a_try() -> None:
    stmt, last = body_of(
        "func f() (int, error) {\n x, err := g()\n if err != nil {\n return 0, err\n }\n"
        " return x, nil\n}"
    )
    assert isinstance(stmt, Try)
    assert stmt.handlers[0].types is None
    assert isinstance(stmt.handlers[0].body[-1], Raise)
    assert isinstance(last, Return)


@pytest.mark.parametrize(
    "drops", ["x, _ := g()", "x := g()", "_ = g()", "value, ok := table[g()]", "e := New()"]
)
def test_nothing_is_checked_where_no_error_is_taken(drops: str) -> None:
    assert not any(isinstance(stmt, Try) for stmt in body_of(f"func f() {{ {drops} }}"))


def test_named_results_are_given_back() -> None:
    *_, last = body_of("func f() (x int, err error) { x = 1; return }")
    assert isinstance(last, Return)
    assert last.value is not None
    assert last.value.items[0] == Name("x", 2)


def test_a_literal_builds_its_type() -> None:
    (stmt,) = body_of("func f() { x := []T{{A: 1}, {A: 2}}; _ = x }")[:1]
    assert isinstance(stmt, Assign)
    built = list(walk_calls(stmt))
    assert [call.callee for call in built] == [Name("T", 2), Name("T", 2)]
    assert all(call.new and call.args[0].name == "A" for call in built)


def test_a_range_goes_through_pairs() -> None:
    (loop,) = body_of("func f() { for _, x := range xs { g(x) } }")
    assert isinstance(loop, For)
    assert isinstance(loop.iterable, Call)


def test_functions_that_run_on_load_are_called() -> None:
    facts = lower("package a\nfunc init() { a() }\nfunc init() { b() }\n")
    assert len([stmt for stmt in facts.body if isinstance(stmt, Evaluate)]) == 2


def test_broken_source_keeps_its_calls() -> None:
    facts = lower('package a\nfunc f() {\n ask("x")\n if {\n}\nfunc g() { ask("y") }\n')
    assert [problem.code for problem in facts.problems] == ["syntax-error"]
    assert {call.callee for call in walk_calls(facts.body)} >= {Name("ask", 3)}


def test_deep_nesting_is_flattened() -> None:
    source = "package a\nfunc f() { " + "g(" * 2000 + "1" + ")" * 2000 + " }\n"
    facts = lower(source)
    assert [problem.code for problem in facts.problems] == ["too-deep"]
    assert len(list(walk_calls(facts.body))) == 2000


def test_an_ignore_in_a_comment_is_read() -> None:
    facts = lower("package a\n// auditor: ignore[no-fallback] - known\nvar x = 1\n")
    (directive,) = facts.directives
    assert (directive.line, directive.checks, directive.own_line) == (2, ("no-fallback",), True)


@pytest.mark.parametrize(
    "test",
    [
        "err != nil && x",
        "err != nil || x",
        "err == nil && x",
        "err == nil || x",
        "errors.Is(err, y)",
    ],
)
@pytest.mark.parametrize("joined", ["{{ g() }} else {}", "{{ {} }}"])
def test_blocks_that_two_ways_lead_to_do_not_multiply_without_end(test: str, joined: str) -> None:
    inner = "{ last() }" if "else" in joined else "last()"
    for number in range(30):
        inner = f"if err := ask{number}(); {test} " + joined.format(inner)
    facts = lower(f"package a\nfunc f() error {{\n{inner}\nreturn nil\n}}\n")
    assert facts.problems == ()
    called = Counter(c.callee.id for c in walk_calls(facts) if isinstance(c.callee, Name))
    assert {f"ask{number}" for number in range(30)} | {"last"} <= set(called)
    assert max(called[f"ask{number}"] for number in range(30)) <= 64
