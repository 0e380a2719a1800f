from __future__ import annotations

import ast
import sysconfig
import warnings
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.languages import FRONT_ENDS, read_source
from auditor.languages.python.lower import parse
from auditor.model.source import Span

STDLIB = sorted(Path(sysconfig.get_paths()["stdlib"]).glob("*.py"))
SAMPLE = [path for path in STDLIB if 3_000 < path.stat().st_size < 40_000][::10]

WORDS = (
    "a b f( g( ) ( [ ] { } : , . = == + * ** @ # ' \" ''' f' f\" {x} \\ ; -> := | ? ! % ` $ é "
    "if elif else for in while def class lambda with as try except finally match case import "
    "from return yield await async not and or is del assert raise print exec global 1 2.5 None"
)
TOKENS = st.sampled_from([*WORDS.split(), "\n", "\n    ", "\n        "])
SOUP = st.lists(TOKENS, max_size=40).map(" ".join)

quick = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@quick
@given(language=st.sampled_from(sorted(FRONT_ENDS)), text=st.binary(max_size=300))
def test_no_input_raises(language, text):
    facts = read_source(language, "a", text)
    assert "front-end-error" not in [p.code for p in facts.problems]
    assert facts == read_source(language, "a", text)


def spans_in_syntax(source: str) -> Counter[Span]:
    spans: Counter[Span] = Counter()
    stack = [parse(source.encode())]
    while stack:
        node = stack.pop()
        if node.type == "call":
            (row, column), (end_row, end_column) = node.start_point, node.end_point
            spans[Span(row + 1, column, end_row + 1, end_column)] += 1
        stack.extend(node.children)
    return spans


@settings(quick, max_examples=200)
@given(source=SOUP)
def test_every_call_that_the_parser_finds_is_kept_once_even_in_broken_code(calls, source):
    facts = read_source("python", "a.py", source.encode())
    assert "front-end-error" not in [p.code for p in facts.problems]
    # The grammar starts a call at the star before it, we do not: compare where they end.
    found = Counter(c.span[2:4] for c in calls(facts.body))
    expected: Counter[tuple[int, ...]] = Counter()
    for span, count in spans_in_syntax(source).items():
        expected[span[2:4]] += count
    assert found == expected


@quick
@given(
    start=st.integers(0, 30_000),
    size=st.integers(0, 1500),
    cut=st.integers(0, 1500),
    path=st.sampled_from(SAMPLE),
)
def test_every_call_is_kept_once_in_pieces_of_real_code(calls, start, size, cut, path):
    text = path.read_text("utf-8")[start : start + size]
    text = text[:cut] + text[cut + 3 :]
    if "type" not in text:  # `type (` may be a call to us and is none to the parser
        facts = read_source("python", "a.py", text.encode())
        assert len(calls(facts.body)) == spans_in_syntax(text).total()


@pytest.mark.parametrize("path", SAMPLE, ids=lambda path: path.name)
def test_every_call_that_python_sees_is_kept_once(calls, path):
    text = path.read_bytes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = ast.parse(text)
    # Before 3.12, Python did not know where in an f-string a call stands.
    inside = {
        id(node)
        for string in ast.walk(tree)
        if isinstance(string, ast.JoinedStr)
        for node in ast.walk(string)
    }
    python = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    # ``del items[key]`` is kept as the method that it calls.
    deleted = [node.targets for node in ast.walk(tree) if isinstance(node, ast.Delete)]
    python += [only for only, *more in deleted if isinstance(only, ast.Subscript) and not more]
    expected = Counter(
        Span(node.lineno, node.col_offset, node.end_lineno, node.end_col_offset)
        for node in python
        if id(node) not in inside
    )
    facts = read_source("python", str(path), text)
    found = Counter(call.span for call in calls(facts.body))
    assert facts.problems == ()
    assert found.total() == len(python)
    assert not expected - found
