"""From a syntax node to the handler that lowers it.

The handlers live in one file per kind of syntax and are entered in the two tables by ``lower``;
they call back here for whatever is nested in them. Depth is counted here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tree_sitter import Node

from auditor.languages.go.flatten import flatten
from auditor.languages.go.reading import (
    MAX_DEPTH,
    SILENT,
    Reading,
    line_of,
    name_of,
    named,
    text_of,
)
from auditor.model.facts import Evaluate, Expr, Name, Opaque, Stmt

#: A statement in a block takes twice the frames and tuples of an expression in an expression.
STATEMENT_DEPTH = 2

ExpressionHandler = Callable[[Reading, Node], Expr]
StatementHandler = Callable[[Reading, Node, list[Stmt]], None]

EXPRESSIONS: dict[str, ExpressionHandler] = {}
STATEMENTS: dict[str, StatementHandler] = {}

_NAMES = frozenset({"identifier", "type_identifier", "package_identifier", "field_identifier"})


def lower_expression(reading: Reading, node: Node) -> Expr:
    """Lower one expression; a kind that has no handler keeps its children in ``Opaque``."""
    if node.type in _NAMES:
        read = name_of if node.type == "identifier" else text_of
        name = read(reading, node)
        # An empty name is one that the parser missed and made up.
        return Name(name, line_of(reading, node)) if name else Opaque((), line_of(reading, node))
    if reading.depth >= MAX_DEPTH:
        return flatten(reading, node)
    reading.depth += 1
    expression = EXPRESSIONS.get(node.type, lower_loose)(reading, node)
    reading.depth -= 1
    return expression


def lower_each(reading: Reading, nodes: Iterable[Node]) -> tuple[Expr, ...]:
    """Lower the named nodes among these."""
    return tuple(
        lower_expression(reading, node)
        for node in nodes
        if node.is_named and node.type not in SILENT
    )


def lower_loose(reading: Reading, node: Node) -> Opaque:
    """Keep what is inside a node that means nothing more to us."""
    return Opaque(lower_each(reading, node.children), line_of(reading, node))


def listed(node: Node | None) -> list[Node]:
    """The items of an ``expression_list``, or the one expression that stands in its place."""
    if node is None:
        return []
    return named(node) if node.type == "expression_list" else [node]


def lower_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Lower one statement. Of one that is broken, what can be read is kept."""
    handler = STATEMENTS.get(node.type)
    if reading.depth >= MAX_DEPTH:
        out.append(Evaluate(flatten(reading, node), line_of(reading, node)))
        return
    reading.depth += STATEMENT_DEPTH
    if handler is not None:
        handler(reading, node, out)
    elif node.type in EXPRESSIONS or node.type in _NAMES:
        out.append(Evaluate(lower_expression(reading, node), line_of(reading, node)))
    elif node.type != "comment":
        for child in node.named_children:
            lower_statement(reading, child, out)
    reading.depth -= STATEMENT_DEPTH
