"""Files that never close what they open are read in the time of others."""

from __future__ import annotations

import pytest

from auditor.configs.syntaxes import read_config
from auditor.languages import read_source
from tests.deadline import within


@pytest.mark.parametrize(
    ("syntax", "text"),
    [
        ("hcl", "<<EOF\n" * 150_000),
        ("hcl", "".join(f"x = <<E{n}\n" for n in range(60_000))),
        ("hcl", "/* " * 300_000),
        ("hcl", "'''a\n" * 180_000),
        ("toml", 'a = ["b"\n' * 100_000),
        ("toml", 'a = """\n' * 100_000),
        ("toml", "a = {\n" * 100_000),
    ],
)
def test_open_ends_take_no_square_of_time(syntax: str, text: str) -> None:
    with within(60):
        read_config(syntax, "a", text)


def test_what_closes_is_still_one_value() -> None:
    text = 'a = <<EOF\none\ntwo\nEOF\n/* b = 1\n*/ c = "d"\n'
    [document] = read_config("hcl", "a.tf", text).documents
    block, word = document.get("a"), document.get("c")
    assert block is not None
    assert word is not None
    assert (block.text, block.line) == ("one\ntwo\n", 1)
    assert (word.text, word.line) == ("d", 6)
    assert document.get("b") is None


def test_a_notebook_that_nests_without_end_is_none() -> None:
    [problem] = read_source("notebook", "a.ipynb", b"[" * 200_000).problems
    assert problem.code == "syntax-error"
