"""Decorators: those of classes and methods belong to them, of others only the calls are kept."""

from __future__ import annotations

from collections.abc import Iterable

from tree_sitter import Node

from auditor.languages.javascript.dispatch import lower_expression
from auditor.languages.javascript.reading import Reading, line_of, solid
from auditor.model.facts import Attr, Evaluate, Expr, Name, Opaque, Stmt


def lower_decorators(reading: Reading, nodes: Iterable[Node]) -> tuple[Expr, ...]:
    """The decorators among these nodes."""
    return tuple(
        [lower_expression(reading, solid(node)[-1]) for node in nodes if node.type == "decorator"]
    )


def keep_decorators(reading: Reading, nodes: Iterable[Node]) -> None:
    """Evaluate decorators ahead of the statement that holds what they decorate."""
    for node in nodes:
        for decorator in lower_decorators(reading, (node,)):
            if not isinstance(decorator, (Name, Attr)):
                reading.ahead.append(evaluated(decorator, line_of(reading, node)))


def evaluated(expression: Expr, line: int) -> Stmt:
    """A statement that keeps an expression whose value is of no use."""
    return Evaluate(Opaque((expression,), line), line)
