from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.graph.text import json_text, place, places, plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("POST /tickets/{id}", "POST /tickets/{id}"),
        ("Füße 票 🎫", "Füße 票 🎫"),
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x1b]0;title\x07after", "after"),
        ("\x1b]8;;https://x\x1b\\link\x1b]8;;\x1b\\", "link"),
        ("\x9b31mred", "red"),
        ("a\nb\tc\r\nd", "a b c d"),
        ("a\x00b\x08c\x7fd", "abcd"),
        ("photo\u202egpj.exe", "photogpj.exe"),
        ("half \udce9 pair", "half pair"),
        ("\x1b", ""),
        ("\x1b\x1b[31m[31m", "[31m"),
        ("[bold]markup[/bold]", "[bold]markup[/bold]"),
        ("  around  ", "around"),
    ],
)
def test_only_what_can_be_read_remains(text, shown):
    assert plain(text) == shown


@given(st.text())
def test_no_control_character_survives(text):
    assert not [
        char for char in plain(text) if unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp")
    ]
    plain(text).encode("utf-8")


@given(st.text())
def test_plain_text_stays_as_it_is(text):
    assert plain(plain(text)) == plain(text)


def test_a_place_names_the_cell_of_a_notebook():
    assert place("a.py", 3) == "a.py:3"
    assert place("a.ipynb", 3, 2) == "a.ipynb cell 2:3"


def test_json_acts_on_nothing_and_says_the_same():
    words = "\x1b[31m \x9b31m \u202e \udce9 Füße 票"
    text = json_text({"words": words})
    assert json.loads(text) == {"words": words}
    assert "Füße 票" in text
    assert text.isprintable() or set(text) - {"\n"} == set(filter(str.isprintable, text))
    text.encode("utf-8")


def test_a_file_is_said_once_for_places_that_follow_one_another() -> None:
    found = [("a.py", 3, 0), ("a.py", 9, 0), ("b.ipynb", 2, 1), ("b.ipynb", 4, 2), ("a.py", 3, 0)]
    assert places(found) == ["a.py:3", ":9", "b.ipynb cell 1:2", "cell 2:4", "a.py:3"]
