from __future__ import annotations

import ast

import pytest

from auditor.model.facts import Attr, Call, Closure, Const, Format, Name, Opaque, Ternary, Yield
from auditor.model.source import Span

X, Y = Name("x", 1), Name("y", 1)


def text(value):
    return Const(value, 1)


@pytest.mark.parametrize(
    "source",
    [
        "'a'", '"a"', "''", "'''a'''", '"""a\n"b" \'c\'"""', "r'\\n'", "R'\\''", "u'a'", "rb'\\x'",
        r"'\n\t\\\'\"\a\b\f\r\v'", r"'\x41\101\u00e9\U0001F600\N{BULLET}'", r"'\0\18\777'",
        r"'\d\w\%'", "'a\\\nb'", r"b'\x41\n'", r"b'\u0041'", "'é☃'", "'\u2028'", "'{{}}'",
        "'a' 'b'", "('a'\n  # why\n  'b')", "'a' r'\\b' \"c\"", "f'a'", "f'{{a}}'", "rf'\\{{'",
    ],
)  # fmt: skip
@pytest.mark.filterwarnings("ignore::SyntaxWarning", "ignore::DeprecationWarning")
def test_constants_mean_what_python_says(value, source):
    expected = eval(compile(ast.parse(source, mode="eval"), "a", "eval"))
    expected = expected.decode() if isinstance(expected, bytes) else expected
    assert value(source) == text(expected)


@pytest.mark.parametrize("source", [r"b'\xff'", "`a`"])
def test_what_is_no_text(value, source):
    assert value(source) == Opaque((), 1)


def test_lone_surrogates_are_replaced(value):
    assert value(r"'\ud800'") == text("\ufffd")


def test_a_long_string_is_cut(value):
    assert value("'" + "a" * 1000 + "'") == text("a" * 400)
    assert value("f'" + "a" * 1000 + "'") == text("a" * 400)
    assert value("'" + "a" * 300 + "' '" + "b" * 300 + "'") == text("a" * 300 + "b" * 100)


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("f'{x}'", (X,)),
        ("f'a{x}b'", (text("a"), X, text("b"))),
        ("f'a{{{x}}}'", (text("a{"), X, text("}"))),
        ("F'{x!r}{y:>10}'", (X, Y)),
        ("f'{x=}'", (text("x="), X)),
        ("f'{x == y}'", None),
        ("f'{x:{y}}'", (Opaque((X, Y), 1),)),
        ("f'{x}' 'a' 'b'", (X, text("ab"))),
        ("'a' f'b{x}' f'{y}'", (text("ab"), X, Y)),
        ("t'a{x}'", (text("a"), X)),
        ("rf'\\n{x}'", (text("\\n"), X)),
        ("f'\\n{x}'", (text("\n"), X)),
        ("f'{x.y}'", (Attr(X, "y", 1),)),
        ("f'{f'{x}'}'", (Format((X,), 1),)),
    ],
)
def test_formats(value, source, parts):
    found = value(source)
    assert isinstance(found, Format)
    assert parts is None or found.parts == parts


@pytest.mark.parametrize(
    ("inside", "kind"),
    [("x()", Call), ("x if y else x", Ternary), ("(lambda: x)", Closure), ("yield x", Yield)],
)
def test_any_expression_may_be_interpolated(value, inside, kind):
    assert isinstance(value(f"f'{{{inside}}}'").parts[0], kind)


def test_calls_in_format_specifications_are_kept(value, calls):
    assert len(calls(value("f'{a():{b()}.{c()}}'"))) == 3


def test_a_call_in_a_string_over_several_lines(value, calls):
    (found,) = calls(value('f"""a\nb {\nf(1)}"""'))
    assert found.span == Span(3, 0, 3, 4)
