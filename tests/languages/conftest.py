from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from auditor.languages import read_source
from auditor.model.facts import Call, Evaluate, Expr, FileFacts, Function, Stmt


def body_of_one(facts: FileFacts) -> tuple[object, ...]:
    """The statements of the one function that a file without problems consists of."""
    assert facts.problems == ()
    (function,) = facts.body
    assert isinstance(function, Function)
    return function.body


def walk_calls(tree: Any) -> Iterator[Call]:
    """Every call in a tree of facts, outer before inner, without recursion."""
    stack = [tree]
    while stack:
        node = stack.pop()
        if isinstance(node, Call):
            yield node
        if isinstance(node, tuple):
            stack.extend(reversed(node))


@pytest.fixture
def lower() -> Callable[[str | bytes], FileFacts]:
    """Lower Python source."""

    def lower_source(source: str | bytes) -> FileFacts:
        text = source.encode() if isinstance(source, str) else source
        return read_source("python", "a.py", text)

    return lower_source


@pytest.fixture
def statement(lower: Callable[[str], FileFacts]) -> Callable[[str], Stmt]:
    """Lower source that is one statement and free of problems."""

    def lower_one(source: str) -> Stmt:
        facts = lower(source)
        assert facts.problems == ()
        (only,) = facts.body
        return only

    return lower_one


@pytest.fixture
def value(statement: Callable[[str], Stmt]) -> Callable[[str], Expr]:
    """Lower source that is one expression."""

    def lower_value(source: str) -> Expr:
        only = statement(source)
        assert isinstance(only, Evaluate)
        return only.value

    return lower_value


@pytest.fixture
def calls() -> Callable[[Any], list[Call]]:
    """List the calls in facts."""
    return lambda tree: list(walk_calls(tree))
