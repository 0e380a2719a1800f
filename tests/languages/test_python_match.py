from __future__ import annotations

import pytest

from auditor.model.facts import (
    Attr,
    Case,
    Const,
    Evaluate,
    Many,
    Mapping,
    Match,
    Name,
    Opaque,
    Unary,
)


def const(value):
    return Const(value, 2)


A_B = Attr(Name("A", 2), "B", 2)


@pytest.fixture
def case(statement):
    def lower_case(pattern):
        only = statement(f"match x:\n  case {pattern}: pass")
        assert isinstance(only, Match)
        (found,) = only.cases
        assert isinstance(found, Case)
        return found

    return lower_case


@pytest.mark.parametrize(
    ("pattern", "patterns", "binds"),
    [
        ("1", (const(1),), ()),
        ("'a' 'b'", (const("ab"),), ()),
        ("None", (const(None),), ()),
        ("-1", (Unary("-", const(1), 2),), ()),
        ("1 | -2 | True", (const(1), Unary("-", const(2), 2), const(True)), ()),
        ("A.B", (A_B,), ()),
        ("A.B | 'c'", (A_B, const("c")), ()),
        ("_", (), ()),
        ("name", (), ("name",)),
        ("1 | _", (), ()),
        ("(1 | 2) as n", (const(1), const(2)), ("n",)),
        ("(name)", (), ("name",)),
        ("C()", (Name("C", 2),), ()),
        ("A.B(1, x=2, y=z) as w", (A_B,), ("z", "w")),
        ("C(D(a), b)", (Name("C", 2),), ("a", "b")),
        (
            "[1, a, *rest]",
            (Many("list", (const(1), Opaque((), 2), Opaque((), 2)), 2),),
            ("a", "rest"),
        ),
        ("1, a", (Many("tuple", (const(1), Opaque((), 2)), 2),), ("a",)),
        ("(1,)", (Many("tuple", (const(1),), 2),), ()),
        ("[1 | 2, *_]", (Many("list", (Opaque((const(1), const(2)), 2), Opaque((), 2)), 2),), ()),
        (
            "{'k': 1, 'v': v, **rest}",
            (
                Mapping(
                    (
                        (const("k"), const(1)),
                        (const("v"), Opaque((), 2)),
                        (None, Opaque((), 2)),
                    ),
                    2,
                ),
            ),
            ("v", "rest"),
        ),
    ],
)
def test_patterns(case, pattern, patterns, binds):
    found = case(pattern)
    assert (found.patterns, found.binds) == (patterns, binds)


def test_subject_guard_and_body(statement, calls):
    only = statement("match f(), b:\n  # why\n  case 1 if g():\n    h()\n  case _:\n    i")
    assert only.subject.kind == "tuple"
    first, second = only.cases
    assert (first.guard.callee.id, first.line) == ("g", 3)
    assert second == Case((), (), None, (Evaluate(Name("i", 6), 6),), 5)
    assert len(calls(only)) == 3


def test_match_is_also_a_name(lower):
    facts = lower("match(x)\nmatch[x] = 1\nmatch.y")
    assert facts.problems == ()
    assert [type(s).__name__ for s in facts.body] == ["Evaluate", "Assign", "Evaluate"]
