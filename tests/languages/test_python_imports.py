from __future__ import annotations

import pytest

from auditor.model.facts import Function, If, Import, Try


def plain(module, alias=None, line=1):
    return Import(module, 0, None, alias, False, line)


def symbols(module, names, level=0, typing_only=False, line=1):
    return Import(module, level, names, None, typing_only, line)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import a", (plain("a"),)),
        ("import a.b.c", (plain("a.b.c"),)),
        ("import a.b as c, d", (plain("a.b", "c"), plain("d"))),
        ("from a.b import c", (symbols("a.b", (("c", "c"),)),)),
        ("from a import (b as c,\n d,)", (symbols("a", (("b", "c"), ("d", "d"))),)),
        ("from a import (  # why\n b\n)", (symbols("a", (("b", "b"),)),)),
        ("from . import a", (symbols("", (("a", "a"),), 1),)),
        ("from ... import a", (symbols("", (("a", "a"),), 3),)),
        ("from ..a.b import c", (symbols("a.b", (("c", "c"),), 2),)),
        ("from a import *", (symbols("a", (("*", "*"),)),)),
        (
            "from __future__ import annotations as a",
            (symbols("__future__", (("annotations", "a"),)),),
        ),
        ("import a; import b", (plain("a"), plain("b"))),
        ("import ａ", (plain("a"),)),  # noqa: RUF001  # Python normalises names
    ],
)
def test_forms(lower, source, expected):
    assert lower(source).body == expected


def test_inside_a_function(statement):
    function = statement("def f():\n    import a")
    assert isinstance(function, Function)
    assert function.body == (plain("a", line=2),)


def test_optional_imports_stay_in_their_try(statement):
    attempt = statement("try:\n    import a\nexcept ImportError:\n    a = None")
    assert isinstance(attempt, Try)
    assert attempt.body == (plain("a", line=2),)


@pytest.mark.parametrize("test", ["TYPE_CHECKING", "typing.TYPE_CHECKING", "t.TYPE_CHECKING"])
def test_type_checking_blocks(lower, test):
    first, second = lower(
        f"if {test}:\n    import a\n    def f():\n        import b\nelse:\n    import c\nimport d"
    ).body
    assert isinstance(first, If)
    assert first.body[0] == Import("a", 0, None, None, True, 2)
    assert first.body[1].body == (Import("b", 0, None, None, True, 4),)
    assert first.orelse == (Import("c", 0, None, None, False, 6),)
    assert second == Import("d", 0, None, None, False, 7)


def test_the_else_of_not_type_checking(statement):
    outer = statement("if not TYPE_CHECKING:\n    import a\nelse:\n    import b")
    assert outer.body == (Import("a", 0, None, None, False, 2),)
    assert outer.orelse == (Import("b", 0, None, None, True, 4),)


def test_an_elif_that_asks_for_type_checking(statement):
    outer = statement("if x:\n import a\nelif TYPE_CHECKING:\n import b\nelse:\n import c")
    (inner,) = outer.orelse
    assert [s.typing_only for s in (*outer.body, *inner.body, *inner.orelse)] == [
        False,
        True,
        False,
    ]
