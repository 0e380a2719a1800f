from __future__ import annotations

import pytest

from auditor.languages import read_source
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Call,
    Class,
    Closure,
    Const,
    Evaluate,
    Function,
    Import,
    Name,
)


def body(source, language="typescript"):
    facts = read_source(language, f"a.{language}", source.encode())
    assert facts.problems == ()
    return facts.body


def named(module, *names, typing_only=False):
    return Import(module, 0, names, None, typing_only, 1)


def whole(module, alias, typing_only=False):
    return Import(module, 0, None, alias, typing_only, 1)


def assign(target, value):
    return Assign((Name(target, 1),), value, None, "", 1)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import x from 'm'", (named("m", ("default", "x")),)),
        ("import * as ns from '@a/b'", (whole("@a/b", "ns"),)),
        ("import {a, b as c} from './y'", (named("./y", ("a", "a"), ("b", "c")),)),
        ("import {default as x} from 'm'", (named("m", ("default", "x")),)),
        ("import {'odd name' as x} from 'm'", (named("m", ("odd name", "x")),)),
        ("import x, {y} from 'node:fs'", (named("node:fs", ("default", "x"), ("y", "y")),)),
        ("import x, * as y from 'm'", (named("m", ("default", "x")), whole("m", "y"))),
        ("import 'm'", (named("m"),)),
        ("import {} from 'm'", (named("m"),)),
        ("import j from './j.json' with {type: 'json'}", (named("./j.json", ("default", "j")),)),
        ("export {a, b as c} from './m'", (named("./m", ("a", "a"), ("b", "c")),)),
        ("export {default} from './m'", (named("./m", ("default", "default")),)),
        ("export * from './m'", (named("./m", ("*", "*")),)),
        ("export * as ns from './m'", (whole("./m", "ns"),)),
    ],
)
@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
def test_imports(source, expected, language):
    assert body(source, language) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import type {A} from 'm'", (named("m", ("A", "A"), typing_only=True),)),
        ("import type A from 'm'", (named("m", ("default", "A"), typing_only=True),)),
        ("import type * as A from 'm'", (whole("m", "A", typing_only=True),)),
        ("import {type A} from 'm'", (named("m", ("A", "A"), typing_only=True),)),
        (
            "import {type A as B, c} from 'm'",
            (named("m", ("c", "c")), named("m", ("A", "B"), typing_only=True)),
        ),
        ("export type {A} from 'm'", (named("m", ("A", "A"), typing_only=True),)),
        ("export type {A}", ()),
        ("import fs = require('fs')", (whole("fs", "fs"),)),
        ("import a = B.c", (assign("a", Attr(Name("B", 1), "c", 1)),)),
        ("export as namespace Z", ()),
    ],
)
def test_imports_of_typescript(source, expected):
    assert body(source) == expected


def test_require_and_import_calls_are_calls():
    required, dynamic = body("const a = require('m'); const b = await import('n')", "javascript")
    assert required.value.callee == Name("require", 1)
    assert required.value.args == (Arg(None, Const("m", 1)),)
    assert dynamic.value.callee == Name("import", 1)
    assert dynamic.value._asdict()["awaited"] is True


def test_required_names():
    source = "const {a, b: c} = require('m')"
    whole_module, first, second = body(source, "javascript")
    (temporary,) = whole_module.targets
    assert temporary == Name("<destructured 1:6>", 1)
    assert isinstance(whole_module.value, Call)
    assert first == assign("a", Attr(temporary, "a", 1))
    assert second == assign("c", Attr(temporary, "b", 1))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("export const x = 1", (assign("x", Const(1, 1)),)),
        ("export default 1", (assign("default", Const(1, 1)),)),
        ("export default x", (assign("default", Name("x", 1)),)),
        ("export {a}", ()),
        ("export {a as b}", (assign("b", Name("a", 1)),)),
        ("export {a as default}", (assign("default", Name("a", 1)),)),
    ],
)
def test_exports(source, expected):
    assert body(source, "javascript") == expected


@pytest.mark.parametrize(
    ("source", "name", "rest"),
    [
        ("export function f() {}", "f", ()),
        ("export default function f() {}", "f", (assign("default", Name("f", 1)),)),
        ("export default function () {}", "default", ()),
        ("export default async () => {}", "default", ()),
        ("export default (() => {}) as Handler", "default", ()),
        ("export const f = () => {}", "f", ()),
        ("export class A {}", "A", ()),
        ("export default class A {}", "A", (assign("default", Name("A", 1)),)),
        ("export default class {}", "default", ()),
        ("export abstract class A {}", "A", ()),
    ],
)
def test_exported_definitions(source, name, rest):
    definition, *others = body(source)
    assert isinstance(definition, (Function, Class))
    assert definition.name == name
    assert tuple(others) == rest


def test_an_exported_type_is_not_the_default():
    function, *rest = body("function f() {}\nexport default interface I {}")
    assert function.name == "f"
    assert rest == []


def test_commonjs_exports_are_assignments():
    module, member, both = body(
        "module.exports = x; exports.run = () => {}; exports = module.exports = y", "javascript"
    )
    assert module.targets == (Attr(Name("module", 1), "exports", 1),)
    assert isinstance(member.value, Closure)
    assert member.value.function.name == "run"
    assert both.targets == (Name("exports", 1), Attr(Name("module", 1), "exports", 1))


def test_export_equals():
    (only,) = body("export = x")
    assert only.targets == (Attr(Name("module", 1), "exports", 1),)


def test_namespaces_stand_inline_and_declarations_do_not_count():
    inner, call = body(
        "namespace A.B { export const x = 1; f() }\n"
        "declare module 'm' { export function g(): void }\n"
        "declare const y: typeof import('n'); declare global { interface W {} }"
    )
    assert inner == assign("x", Const(1, 1))
    assert isinstance(call, Evaluate)


def test_directive_strings_stay():
    first, _ = body("'use server'\nexport async function f() {}")
    assert first == Evaluate(Const("use server", 1), 1)


def test_calls_in_import_attributes_of_broken_code(calls):
    facts = read_source("javascript", "a.js", b"import a from 'b' with {x: f()}")
    assert len(calls(facts.body)) == 1


@pytest.mark.parametrize(
    ("specifier", "package"),
    [
        ("npm:acme@4", "acme"),
        ("npm:@acme/chat@1.2/models", "@acme/chat/models"),
        ("https://esm.sh/acme-edge@1.2.0", "acme-edge"),
        ("https://esm.sh/v135/acme@1.2.0/chat?target=es2022", "acme/chat"),
        ("https://cdn.jsdelivr.net/npm/acme@1/+esm", "acme"),
        ("https://deno.land/x/acme@v4.20.1/mod.ts", "acme"),
        ("https://deno.land/std@0.168.0/http/server.ts", "https://deno.land/std/http/server.ts"),
        ("https://example.com/acme@1/mod.ts", "https://example.com/acme@1/mod.ts"),
        ("./acme@1", "./acme@1"),
    ],
)
def test_addresses_of_registries_name_packages(specifier, package):
    assert body(f'import {{ A }} from "{specifier}";') == (named(package, ("A", "A")),)
