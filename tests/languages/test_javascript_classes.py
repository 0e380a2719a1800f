from __future__ import annotations

import pytest

from auditor.languages import read_source
from auditor.model.facts import (
    Arg,
    Assign,
    Attr,
    Class,
    Const,
    Evaluate,
    Function,
    Index,
    Name,
    Param,
    Return,
)
from auditor.model.source import Span


def body(source, language="typescript"):
    facts = read_source(language, f"a.{language}", source.encode())
    assert facts.problems == ()
    return facts.body


def members(source, language="typescript"):
    *_, made = body(f"class A {{ {source} }}", language)
    return made.body


def name(text):
    return Name(text, 1)


THIS = Param("this", None, None)


def test_a_plain_class():
    (made,) = body("class A extends B.C {}", "javascript")
    base = Attr(name("B"), "C", 1)
    assert made == Class("A", (base,), (), (), (), Span(1, 0, 1, 22))


def test_bases_and_interfaces():
    (made,) = body("class A<T> extends mix(B)<T> implements I, J.K<T> {}")
    (base,) = made.bases
    assert base.callee == name("mix")
    kept = Attr(name("J"), "K", 1)
    assert made.keywords == (
        Arg("implements", name("I")),
        Arg("implements", Index(kept, name("T"), 1)),
    )


@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
def test_methods(language):
    source = (
        "constructor() {} async a(b) {} *c() {} get d() {} set d(e) {} static f() {} "
        "#g() {} 'h i'() {} [Symbol.j]() {} 1() {} static async *get() {}"
    )
    found = members(source, language)
    assert [f.name for f in found if isinstance(f, Function)] == [
        "constructor", "a", "c", "d", "set d", "f", "#g", "h i", "[Symbol.j]", "1", "get",
    ]  # fmt: skip
    methods = {f.name: f for f in found if isinstance(f, Function)}
    assert methods["constructor"].params == (THIS,)
    assert methods["a"].params == (THIS, Param("b", None, None))
    assert methods["a"].is_async
    assert methods["c"].generator
    assert methods["d"].decorators == (name("property"),)
    assert methods["f"].decorators == (name("static"),)
    assert methods["f"].params == ()
    assert methods["get"].is_async
    assert methods["get"].generator


@pytest.mark.parametrize("language", ["javascript", "typescript", "tsx"])
def test_fields(language):
    first, second, third = members("a = 1; static #b = c; d", language)
    assert first == Assign((name("a"),), Const(1, 1), None, "", 1)
    assert second == Assign((name("#b"),), name("c"), None, "", 1)
    assert third == Assign((name("d"),), None, None, "", 1)


def test_typed_fields():
    first, second, third = members("private readonly a: B | null = null; c!: D; declare e?: string")
    assert first.annotation.op == "|"
    assert second == Assign((name("c"),), None, name("D"), "", 1)
    assert third.annotation == name("string")


def test_fields_that_hold_functions_are_methods():
    method, static = members("a = async (b) => this.c(b); static d = function () {}")
    assert (method.name, method.params) == ("a", (THIS, Param("b", None, None)))
    assert method.is_async
    assert isinstance(method.body[0], Return)
    assert (static.params, static.decorators) == ((), (name("static"),))


def test_static_blocks_run_in_the_class():
    (stmt,) = members("static { f() }")
    assert isinstance(stmt, Evaluate)


def test_parameter_properties():
    (made,) = members("constructor(private readonly a: B, public c = 1, d) { super(a) }")
    assert [p.name for p in made.params] == ["this", "a", "c", "d"]
    assert made.params[1].annotation == name("B")
    first, second, last = made.body
    assert first == Assign((Attr(name("this"), "a", 1),), name("a"), None, "", 1)
    assert second == Assign((Attr(name("this"), "c", 1),), name("c"), None, "", 1)
    assert last.value.callee == name("super")


@pytest.mark.parametrize("export", ["", "export ", "export default "])
@pytest.mark.parametrize("language", ["javascript", "typescript"])
def test_decorators(export, language):
    source = f"@C('x') {export}class A {{ @Get('y') @B m() {{}} }}"
    made = next(stmt for stmt in body(source, language) if isinstance(stmt, Class))
    (decorator,) = made.decorators
    assert decorator.callee == name("C")
    (method,) = made.body
    assert method.decorators[0].callee == name("Get")
    assert method.decorators[1] == name("B")
    assert method.span.column == source.index("m()")
    assert made.span.column == source.index("class")


def test_decorators_of_parameters_and_fields_are_only_kept(calls):
    source = "class A { @In() a: B; @Dec() c = () => 1; d(@Body() e: F, @G h) {} }"
    kept, made = body(source)
    assert [c.callee.id for c in calls(kept)] == ["Body"]
    field, *_, method = made.body
    assert [c.callee.id for c in calls(field)] == ["In"]
    assert [p.name for p in method.params] == ["this", "e", "h"]
    assert next(f for f in made.body if isinstance(f, Function)).decorators[0].callee == name("Dec")


def test_abstract_classes_keep_what_they_define():
    source = "abstract class A { abstract a(): void; b() { f() } c(x: string): void; c(x: any) {} }"
    (made,) = body(source)
    assert [f.name for f in made.body] == ["b", "c"]


def test_types_alone_leave_nothing():
    assert body("interface A { b(): C }\ntype D = typeof import('e') | F<typeof g>") == ()


def test_enumerations():
    (made,) = body("enum A { B = 'x', C = 4, D, 'e-f' = g() }")
    assert isinstance(made, Class)
    values = {stmt.targets[0].id: stmt.value for stmt in made.body}
    assert values["B"] == Const("x", 1)
    assert values["D"] == Const(5, 1)
    assert values["e-f"].callee == name("g")


@pytest.mark.parametrize(
    ("annotation", "expected"),
    [
        ("A", name("A")),
        ("string", name("string")),
        ("a.B", Attr(name("a"), "B", 1)),
        ("A<B>", Index(name("A"), name("B"), 1)),
        ("A<() => B>", name("A")),
        ("readonly A[]", Index(name("Array"), name("A"), 1)),
        ("(A)", name("A")),
        ("'a' | 'b'", None),
        ("A | 'b'", None),
        ("A & B", None),
        ("typeof f(1)", None),
        ("import('m').A", None),
        ("{a: B}", None),
        ("[A, B]", None),
        ("() => A", None),
    ],
)
def test_annotations(annotation, expected):
    (stmt,) = body(f"let a: {annotation} = b")
    assert stmt.annotation == expected


def test_alternatives_in_annotations():
    (stmt,) = body("let a: A | B | undefined")
    assert stmt.annotation.op == "|"
    assert stmt.annotation.right == Const(None, 1)
    assert stmt.annotation.left.left == name("A")
    assert stmt.value == Const(None, 1)
