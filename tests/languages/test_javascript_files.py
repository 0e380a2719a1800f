from __future__ import annotations

import pytest

from auditor.languages import FRONT_ENDS, read_source
from auditor.model.facts import Call, Directive, Import


def read(language, source, path="a.x"):
    return read_source(language, path, source if isinstance(source, bytes) else source.encode())


VUE = """<!-- auditor: ignore[a] - b -->
<template><p @click="f()">{{ g() < 1 }}</p></template>
<script lang="ts" generic="T extends A<B>">
import x from 'x'
</script>
<!-- <script>h()</script> -->
<SCRIPT setup lang='ts'>
  const é: string = i(); // auditor: ignore - c
</SCRIPT>
<script type="application/ld+json">{"a": j()}</script>
<script src="./k.js" />
<style>a {}</style>
"""


def test_components_keep_their_scripts_in_place(calls):
    facts = read("vue", VUE)
    assert facts.problems == ()
    assert (facts.language, facts.lines) == ("vue", 12)
    (called,) = calls(facts.body)
    assert called.callee.id == "i"
    assert (called.line, called.span.column) == (8, 21)
    assert facts.body[0] == Import("x", 0, (("default", "x"),), None, False, 4)
    assert facts.directives == (
        Directive(1, ("a",), "b", None, True),
        Directive(8, (), "c", None, False),
    )


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("<script>f()</script><p/><script context='module'>g()</script>", 2),
        ("<script lang=ts>let a: B = f()", 1),
        ("<script lang='tsx'>x = <A b={f()}/></script>", 1),
        ("<script lang='jsx'>x = <A b={f()}/></script>", 1),
        ("<script type='text/javascript'>f()</script>", 1),
        ("<script lang='coffee'>f()</script>", 0),
        ("<script", 0),
        ("<!-- <script>f()</script>", 0),
        ("<script>let a = `</style>${f()}`</script >g()", 1),
        ("<p>only text, f()</p>", 0),
        ("", 0),
    ],
)
@pytest.mark.parametrize("language", ["vue", "svelte"])
def test_scripts(calls, source, count, language):
    facts = read(language, source, f"a.{language}")
    assert facts.language == language
    assert len(calls(facts.body)) == count


def test_a_reactive_statement_of_svelte_is_a_statement(calls):
    facts = read("svelte", "<script>export let a; $: b = f(a); $: { g() }</script>")
    assert [c.callee.id for c in calls(facts.body)] == ["f", "g"]


@pytest.mark.parametrize(
    ("comment", "own_line"),
    [
        ("// auditor: ignore[x] - y", True),
        ("/* auditor: ignore[x] - y */", True),
        ("f() // auditor: ignore[x] - y", False),
        ("/**\n * auditor: ignore[x] - y\n */", True),
    ],
)
def test_directives(comment, own_line):
    (directive,) = read("javascript", comment + "\n").directives
    assert directive._replace(line=1) == Directive(1, ("x",), "y", None, own_line)


def test_directives_in_jsx():
    facts = read("tsx", "x = <a>\n  {/* auditor: ignore - y */}\n  {f()}\n</a>", "a.tsx")
    assert facts.directives == (Directive(2, (), "y", None, True),)


def test_an_unclear_directive_is_a_problem():
    (problem,) = read("javascript", "// auditor: skip\n'auditor: skip'").problems
    assert (problem.code, problem.line) == ("directive-unclear", 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (b"\xef\xbb\xbf\r\nf()", 2),
        (b"a\rb\r\nf()\r\n", 3),
        ("\nf()".encode("utf-16"), 2),
        (b"#!/usr/bin/env node\nf()", 2),
        (b"// \xe9\nf()", 2),
    ],
)
def test_encodings_and_line_ends(calls, text, line):
    facts = read("javascript", text)
    assert {p.code for p in facts.problems} <= {"encoding"}
    (called,) = calls(facts.body)
    assert isinstance(called, Call)
    assert called.line == line


def test_flow_is_read_as_typescript(calls):
    source = "import type {A} from 'm'; function f(a: ?B): C { return (g(a): any) }"
    assert len(calls(read("javascript", f"// @flow\n{source}").body)) >= 1
    typed = "// @flow\nfunction f(a: B): C { return g(a) }"
    assert read("javascript", typed).problems == ()
    assert [p.code for p in read("javascript", typed[9:]).problems] == ["syntax-error"]


@pytest.mark.parametrize(
    ("path", "language"),
    [("a.ts", "typescript"), ("a.MTS", "typescript"), ("a.tsx", "tsx"), ("a.TSX", "tsx")],
)
def test_typescript_with_jsx_is_told_by_its_name(path, language):
    assert read("typescript", "", path).language == language
    assert FRONT_ENDS["tsx"] == FRONT_ENDS["typescript"]
