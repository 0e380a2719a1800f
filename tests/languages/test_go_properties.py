"""No call of a Go file is lost, whatever it stands in."""

from __future__ import annotations

import re
from itertools import count

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from auditor.languages import read_source
from auditor.model.facts import Name
from tests.languages.conftest import walk_calls

EXPRESSIONS = (
    "x",
    "1",
    '"a"',
    "ask()",
    "ask({0})",
    "{0}.field",
    "{0}[{1}]",
    "{0} + {1}",
    "!{0}",
    "&T{{A: {0}}}",
    "[]T{{{0}, {1}}}",
    'map[string]T{{"k": {0}}}',
    "map[T]T{{{0}: {1}}}",
    "{0}.(T)",
    "string({0})",
    "func() T {{ return {0} }}()",
    "{0}[{1}:{2}]",
    "*{0}",
    "<-{0}",
    "wrap[int]({0})",
    "f({0}, {1}...)",
    "[]T{{{{A: {0}}}}}",
    "struct{{ a T }}{{a: {0}}}",
    "({0})",
    "make([]T, {0})",
    "append({0}, {1})",
)
STATEMENTS = (
    "{0}",
    "x := {0}",
    "x, err := {0}",
    "x, err = {0}\nif err != nil {{\n{s0}\n}}",
    "var y T = {0}",
    "if {0} {{\n{s0}\n}} else {{\n{s1}\n}}",
    "if v := {0}; {1} {{\n{s0}\n}} else if {2} {{\n{s1}\n}}",
    "if err := {0}; err != nil {{\n{s0}\n}}",
    "if err := {0}; err == nil && {1} {{\n{s0}\n}}",
    "if err := {0}; err != nil || {1} {{\n{s0}\n}} else {{\n{s1}\n}}",
    "for {{\n{s0}\nbreak\n}}",
    "for i := {0}; {1}; i++ {{\n{s0}\n}}",
    "for k, v := range {0} {{\n{s0}\n}}",
    "for {0} {{\n{s0}\n}}",
    "switch {0} {{\ncase {1}:\n{s0}\ndefault:\n{s1}\n}}",
    "switch {{\ncase {0}, {1}:\n{s0}\n}}",
    "switch v := {0}.(type) {{\ncase T:\n{s0}\n}}",
    "select {{\ncase v := <-{0}:\n{s0}\ndefault:\n{s1}\n}}",
    "go func() {{\n{s0}\n}}()",
    "defer close({0})",
    "c <- {0}",
    "x.f = {0}",
    "x[{0}] = {1}",
    "x += {0}",
    "return {0}, err",
    "return {0}, fmt.Errorf({1})",
    "label:\nfor {{\n{s0}\nbreak label\n}}",
    "_, ok := {0}.(T)",
    "v, ok := m[{0}]",
    "panic({0})",
    "{{\n{s0}\n}}",
    "err = {0}",
    "x, y := {0}, {1}",
)


def expressions(depth: int) -> st.SearchStrategy[str]:
    if not depth:
        return st.sampled_from(("x", "ask()", "1"))
    inner = expressions(depth - 1)
    return st.builds(
        lambda form, a, b, c: form.format(a, b, c),
        st.sampled_from(EXPRESSIONS), inner, inner, inner,
    )  # fmt: skip


def statements(depth: int) -> st.SearchStrategy[str]:
    held = statements(depth - 1) if depth else st.just("ask()")
    value = expressions(1)
    one = st.builds(
        lambda form, a, b, c, s, t: form.format(a, b, c, s0=s, s1=t),
        st.sampled_from(STATEMENTS), value, value, value, held, held,
    )  # fmt: skip
    return st.lists(one, min_size=1, max_size=3).map("\n".join)


@settings(max_examples=100, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(statements(2))
def test_every_call_is_kept(body: str) -> None:
    numbers = count()
    numbered = re.sub(r"\bask\(", lambda _: f"ask{next(numbers)}(", body)
    source = f"package a\nfunc f() (T, error) {{\n{numbered}\n}}\n"
    facts = read_source("go", "a.go", source.encode())
    assert not [problem for problem in facts.problems if problem.code == "front-end-error"]
    if facts.problems:
        return  # what was put together is no Go
    kept = {call.callee.id for call in walk_calls(facts.body) if isinstance(call.callee, Name)}
    assert {f"ask{n}" for n in range(next(numbers))} <= kept
