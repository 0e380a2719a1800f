from __future__ import annotations

from auditor.model.facts import (
    Arg,
    Attr,
    Binary,
    Call,
    Class,
    Closure,
    Const,
    Evaluate,
    Function,
    Index,
    Name,
    Param,
    Return,
    Star,
    Yield,
)
from auditor.model.source import Span


def name(text, line=1):
    return Name(text, line)


def test_a_plain_function(statement):
    assert statement("def f():\n    return 1") == Function(
        "f", (), (Return(Const(1, 2), 2),), (), None, False, False, Span(1, 0, 2, 12)
    )


def test_every_kind_of_parameter(statement):
    function = statement("def f(a, /, b: int = 1, *args: int, c, d=2, **kw: str) -> X: pass")
    assert function.params == (
        Param("a", None, None),
        Param("b", Const(1, 1), name("int")),
        Param("args", None, name("int"), 1),
        Param("c", None, None, 0, True),
        Param("d", Const(2, 1), None, 0, True),
        Param("kw", None, name("str"), 2),
    )
    assert function.returns == name("X")
    assert function.body == ()


def test_a_bare_star_makes_parameters_keyword_only(statement):
    params = statement("def f(a, *, b: X, c: Y = z()): pass").params
    assert [(p.name, p.keyword) for p in params] == [("a", False), ("b", True), ("c", True)]
    assert params[2].default.callee == name("z")


def test_comments_between_parameters(statement):
    params = statement("def f(\n  a,  # one\n  # two\n  b=1  # three\n): pass").params
    assert [p.name for p in params] == ["a", "b"]


def test_parameters_of_python_2(statement):
    assert [p.name for p in statement("def f(a, (b, c)): pass").params] == ["a", "(b, c)"]


def test_annotations(statement):
    function = statement("def f(a: list[int, str], b: x.Y | None, c: 'Z') -> d.E[f]: pass")
    a, b, c = (p.annotation for p in function.params)
    assert a.base == name("list")
    assert a.key.items == (name("int"), name("str"))
    assert b == Binary("|", Attr(name("x"), "Y", 1), Const(None, 1), 1)
    assert c == Const("Z", 1)
    assert function.returns == Index(Attr(name("d"), "E", 1), name("f"), 1)


def test_a_call_in_an_annotation_is_kept(statement, calls):
    function = statement("def f(a: Annotated[X, Depends(get)]) -> None: pass")
    assert [c.callee for c in calls(function)] == [name("Depends")]


def test_async_and_generators(lower):
    first, second, third, fourth = lower(
        "async def a(): pass\n"
        "def b():\n    yield\n"
        "def c():\n    def d(): yield\n    e = lambda: (yield)\n"
        "async def f():\n    x = yield from g()\n"
    ).body
    assert (first.is_async, first.generator) == (True, False)
    assert (second.is_async, second.generator) == (False, True)
    assert third.generator is False
    assert third.body[0].generator is True
    assert third.body[1].value.function.generator is True
    assert (fourth.is_async, fourth.generator) == (True, True)


def test_decorators(statement):
    function = statement("@a.b\n# why\n@c(1)\nasync def f(): pass")
    assert function.decorators == (
        Attr(name("a"), "b", 1),
        Call(name("c", 3), (Arg(None, Const(1, 3)),), Span(3, 1, 3, 5)),
    )
    assert function.span == Span(4, 0, 4, 19)


def test_a_class(statement):
    assert statement('@d\nclass C(A, b.B[x], *more, metaclass=M, **kw):\n    """Doc."""') == Class(
        "C",
        (
            name("A", 2),
            Index(Attr(name("b", 2), "B", 2), name("x", 2), 2),
            Star(name("more", 2), 2),
        ),
        (Arg("metaclass", name("M", 2)), Arg(None, name("kw", 2), 2)),
        (Evaluate(Const("Doc.", 3), 3),),
        (name("d"),),
        Span(2, 0, 3, 14),
    )


def test_a_class_without_parentheses(statement):
    only = statement("class C: x: int = 1")
    assert (only.bases, only.keywords, len(only.body)) == ((), (), 1)


def test_lambdas(value):
    expression = value("lambda a, *b, c=1, **d: a")
    assert expression == Closure(
        Function(
            "<lambda>",
            (
                Param("a", None, None),
                Param("b", None, None, 1),
                Param("c", Const(1, 1), None, 0, True),
                Param("d", None, None, 2),
            ),
            (Return(name("a"), 1),),
            (),
            None,
            False,
            False,
            Span(1, 0, 1, 25),
        )
    )


def test_a_lambda_that_yields(value):
    function = value("lambda: (yield 1)").function
    assert function.body == (Return(Yield(Const(1, 1), False, 1), 1),)
    assert function.generator is True


def test_type_parameters_only_matter_for_their_calls(lower, calls):
    facts = lower("def f[T: g(), *Ts, **P](a: T) -> T: pass\nclass C[T](B): pass")
    assert facts.problems == ()
    assert [type(s).__name__ for s in facts.body] == ["Evaluate", "Function", "Class"]
    assert len(calls(facts.body)) == 1
