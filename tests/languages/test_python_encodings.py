from __future__ import annotations

import codecs

import pytest

from auditor.model.facts import Assign, Const


def constant(facts):
    (only,) = [s for s in facts.body if isinstance(s, Assign)]
    return only.value


@pytest.mark.parametrize(
    "text",
    [
        "x = 'é'".encode(),
        codecs.BOM_UTF8 + "x = 'é'".encode(),
        "x = 'é'".encode("utf-16"),
        "x = 'é'".encode("utf-32"),
        "# -*- coding: latin-1 -*-\nx = 'é'".encode("latin-1"),
        "#!/bin/python\n# vim: set fileencoding=cp1252 :\nx = 'é'".encode("cp1252"),
        "# coding: utf_8\nx = 'é'".encode(),
        "# coding=utf-8-sig\nx = 'é'".encode(),
    ],
)
def test_declared_encodings(lower, text):
    facts = lower(text)
    assert facts.problems == ()
    assert constant(facts).value == "é"


@pytest.mark.parametrize(
    "text",
    [
        "x = 'é'".encode("latin-1"),
        "# coding: ascii\nx = 'é'".encode("latin-1"),
        codecs.BOM_UTF8 + "x = 'é'".encode("latin-1"),
        "# coding: no-such-thing\nx = 'é'".encode(),
        "# coding: rot13\nx = 'é'".encode(),
        "# coding: punycode\nx = 'é'".encode(),
        "y\n\n# coding: latin-1\nx = 'é'".encode("latin-1"),
    ],
)
def test_wrong_encodings_are_read_all_the_same(lower, text):
    facts = lower(text)
    assert [p.code for p in facts.problems] == ["encoding"]
    assert constant(facts).value == "é"


def test_a_cookie_behind_code_is_none(lower):
    facts = lower("y = 1\n# coding: ascii\nx = 'é'".encode())
    assert facts.problems == ()


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"])
def test_line_ends(lower, end):
    facts = lower(end.join([b"", b"x = '''a", b"b'''", b"if y:", b"    f()", b""]))
    assert facts.problems == ()
    assert facts.lines == 5
    assert constant(facts) == Const("a\nb", 2)
    assert facts.body[1].body[0].line == 5


@pytest.mark.parametrize(
    ("text", "lines"), [(b"", 0), (b"\n", 1), (b"a", 1), (b"a\n", 1), (b"a\nb", 2), (b"a\n\n", 2)]
)
def test_line_counts(lower, text, lines):
    assert lower(text).lines == lines


def test_form_feeds_and_other_separators_end_no_line(lower):
    facts = lower("a\n\x0c\ndef f():\n    pass\n\x0cx = '\x0b\x1c\u2028'\nb\n")
    assert facts.problems == ()
    assert [getattr(s, "line", 0) for s in facts.body] == [1, 0, 5, 6]


def test_nul_bytes(lower, calls):
    facts = lower(b"f()\0\ng(1)\n")
    assert [p.code for p in facts.problems] == ["encoding"]
    assert [c.line for c in calls(facts.body)] == [1, 2]


def test_names_and_columns_outside_ascii(lower):
    (only,) = lower("日本 = größe.f(1)").body
    assert only.targets[0].id == "日本"
    assert only.value.callee.base.id == "größe"
    assert only.value.span.column == 9
