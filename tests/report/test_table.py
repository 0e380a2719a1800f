from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from auditor.report.terminal.table import (
    Cell,
    Column,
    Long,
    cut_end,
    cut_start,
    table,
    wrap,
    wrap_list,
)


@pytest.mark.parametrize(
    ("text", "width", "end", "start"),
    [
        ("abcdef", 6, "abcdef", "abcdef"),
        ("abcdef", 5, "abcd…", "…cdef"),
        ("abcdef", 1, "…", "…"),
        ("abcdef", 0, "", ""),
        ("ab cd", 4, "ab…", "… cd"),
        ("票票票", 5, "票票…", "…票票"),
        ("票票票", 4, "票…", "…票"),
    ],
)
def test_cut_text_says_that_it_was_cut(text, width, end, start):
    assert cut_end(text, width) == end
    assert cut_start(text, width) == start


def test_wrapped_text_keeps_its_words():
    assert wrap("one two three", 7) == ["one two", "three"]
    assert wrap("unbreakable", 5) == ["unbr…"]
    assert wrap("", 5) == [""]


def test_a_wrapped_list_keeps_its_items_whole_where_it_can():
    assert wrap_list("POST /a, GET /b, x", 9) == ["POST /a,", "GET /b, x"]
    assert wrap_list("POST /a, GET /b and c", 9) == ["POST /a,", "GET /b", "and c"]
    assert wrap_list("", 9) == [""]


@given(st.text(), st.integers(1, 30))
def test_nothing_is_ever_wider_than_its_room(text, width):
    assert cell_len(cut_end(text, width)) <= width
    assert cell_len(cut_start(text, width)) <= width
    assert max(map(cell_len, wrap(text, width))) <= width
    assert max(map(cell_len, wrap_list(text, width))) <= width


def test_the_widest_column_gives_way_first():
    columns = (Column("A", least=2), Column("B", least=2), Column("N", least=1, right=True))
    rows = [[Cell("short"), Cell("very very long text"), Cell("7")]]
    assert [line.plain for line in table(columns, rows, 20)] == [
        " A      B          N",
        " short  very ver…  7",
    ]


def test_rows_grow_as_tall_as_their_tallest_cell():
    columns = (Column("A"), Column("B", Long.WRAP, least=3))
    rows = [[Cell("a"), Cell("one two")], [Cell("b"), Cell("x")]]
    assert [line.plain for line in table(columns, rows, 8, rule=True)] == [
        " A  B",
        " ───────",
        " a  one",
        "    two",
        " b  x",
    ]


def test_columns_without_titles_have_no_title_line():
    assert [line.plain for line in table((Column(),), [[Cell("a")]], 10)] == [" a"]
