"""What the reader of a report is told of a text that could not be read as a whole."""

from __future__ import annotations

from collections.abc import Callable

from tree_sitter import Node

from auditor.languages.reading import Reading
from auditor.model.source import Diagnostic


def describe_problems(path: str, broken_line: int, deep_line: int) -> list[Diagnostic]:
    """At most one diagnostic of each kind, at the first place of its kind; 0 for no such place."""
    problems: list[Diagnostic] = []
    if broken_line:
        message = "syntax error: what is around it was read as far as possible"
        problems.append(Diagnostic(path, broken_line, "syntax-error", message))
    if deep_line:
        message = "nested too deeply: only the calls and names in it were kept"
        problems.append(Diagnostic(path, deep_line, "too-deep", message))
    return problems


def find_problems(
    path: str,
    root: Node,
    reading: Reading,
    harmless: Callable[[Node, Node], bool] = lambda _parent, _error: False,
) -> list[Diagnostic]:
    """The problems of a text that was lowered; errors that are ``harmless`` are none."""
    row = _first_error(root, harmless)
    broken_line = reading.lines[row] if row is not None else 0
    return describe_problems(path, broken_line, reading.deep_line)


def _first_error(root: Node, harmless: Callable[[Node, Node], bool]) -> int | None:
    """The row of the first thing that the parser skipped or made up."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.is_error or node.is_missing:
            return node.start_point[0]
        wrong = [child for child in node.children if child.has_error or child.is_missing]
        stack.extend([child for child in reversed(wrong) if not harmless(node, child)])
    return None
