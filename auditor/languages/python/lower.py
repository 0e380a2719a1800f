"""Parse one Python text and lower it: where the handlers meet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import tree_sitter_python
from tree_sitter import Language, Node, Parser

from auditor.languages.comments import find_comments
from auditor.languages.directives import Comment
from auditor.languages.problems import describe_problems
from auditor.languages.python import (
    blocks,
    calls,
    definitions,
    displays,
    hints,
    imports,
    literals,
    operators,
    patterns,
    simple,
    tries,
)
from auditor.languages.python.dispatch import EXPRESSIONS, STATEMENTS, lower_block
from auditor.languages.python.reading import Reading
from auditor.languages.python.tame import tame
from auditor.model.facts import Stmt
from auditor.model.source import Diagnostic

EXPRESSIONS.update(hints.HANDLERS)
EXPRESSIONS.update(calls.HANDLERS)
EXPRESSIONS.update(definitions.EXPRESSION_HANDLERS)
EXPRESSIONS.update(displays.HANDLERS)
EXPRESSIONS.update(literals.HANDLERS)
EXPRESSIONS.update(operators.HANDLERS)

STATEMENTS.update(blocks.HANDLERS)
STATEMENTS.update(definitions.HANDLERS)
STATEMENTS.update(imports.HANDLERS)
STATEMENTS.update(patterns.HANDLERS)
STATEMENTS.update(simple.HANDLERS)
STATEMENTS.update(tries.HANDLERS)


class Lowered(NamedTuple):
    """One text in our terms. A line of 0 means that there is no such place."""

    body: tuple[Stmt, ...]
    comments: tuple[Comment, ...]
    broken_line: int
    deep_line: int


def lower_text(text: bytes, lines: Sequence[int], cell: int = 0) -> Lowered:
    """Lower UTF-8 text; ``lines`` holds the line to report for each of its rows."""
    text = tame(text)
    root = parse(text)
    reading = Reading(text.decode("latin-1"), lines, cell, broken=root.has_error)
    body = lower_block(reading, root)
    comments = tuple(find_comments(reading, root))
    broken_line = lines[_first_error(root)] if reading.broken else 0
    return Lowered(body, comments, broken_line, reading.deep_line)


def parse(text: bytes) -> Node:
    """The root of the syntax tree; never fails, errors are nodes in it."""
    return Parser(_language()).parse(text).root_node


@cache
def _language() -> Language:
    return Language(tree_sitter_python.language())


def _first_error(root: Node) -> int:
    """The row of the first thing that the parser skipped or made up."""
    node = root
    while not (node.is_error or node.is_missing):
        broken = (child for child in node.children if child.has_error or child.is_missing)
        inner = next(broken, None)
        if inner is None:
            break
        node = inner
    return node.start_point[0]


def read_problems(path: str, lowered: Sequence[Lowered]) -> list[Diagnostic]:
    """At most one diagnostic of each kind for a file, at the first place of its kind."""
    broken = next((part.broken_line for part in lowered if part.broken_line), 0)
    deep = next((part.deep_line for part in lowered if part.deep_line), 0)
    return describe_problems(path, broken, deep)
