"""From a syntax node to the handler that lowers it.

The handlers live in one file per kind of syntax and are entered in the two tables by ``lower``;
they call back here for whatever is nested in them. Depth is counted here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tree_sitter import Node

from auditor.languages.python.flatten import flatten
from auditor.languages.python.reading import (
    EXTRAS,
    MAX_DEPTH,
    Reading,
    line_of,
    name_of,
    text_of,
)
from auditor.languages.python.regroup import hoist_star
from auditor.model.facts import Evaluate, Expr, Name, Opaque, Stmt

# A statement in a block takes twice the frames and tuples of an expression in an expression.
STATEMENT_DEPTH = 2

ExpressionHandler = Callable[[Reading, Node], Expr]
StatementHandler = Callable[[Reading, Node, list[Stmt]], None]

EXPRESSIONS: dict[str, ExpressionHandler] = {}
STATEMENTS: dict[str, StatementHandler] = {}

# They cannot nest, so the depth limit need not cost us their value.
_LEAVES = frozenset({"integer", "float", "true", "false", "none", "ellipsis"})
_SILENT = frozenset({"comment", "line_continuation", "pass_statement"})


def lower_expression(reading: Reading, node: Node) -> Expr:
    """Lower one expression; a kind that has no handler keeps its children in ``Opaque``."""
    kind = node.type
    if kind == "identifier":
        name = name_of(reading, node)
        # An empty name is one that the parser missed and made up.
        return Name(name, line_of(reading, node)) if name else Opaque((), line_of(reading, node))
    if reading.depth >= MAX_DEPTH and kind not in _LEAVES:
        return flatten(reading, node)
    reading.depth += 1
    expression = EXPRESSIONS.get(kind, lower_loose)(reading, node)
    reading.depth -= 1
    return expression


def lower_each(reading: Reading, nodes: Iterable[Node]) -> tuple[Expr, ...]:
    """Lower the named nodes among these, passing over punctuation, comments and errors."""
    return tuple(
        [lower_item(reading, node) for node in nodes if node.is_named and node.type not in EXTRAS]
    )


def lower_item(reading: Reading, node: Node) -> Expr:
    """Lower one of several expressions, any of which may be spread by a star."""
    expression = lower_expression(reading, node)
    if reading.text.startswith("*", node.start_byte):
        starred = text_of(reading, node)
        shift = len(starred) - len(starred[1:].lstrip())
        return hoist_star(expression, shift, line_of(reading, node))
    return expression


def lower_loose(reading: Reading, node: Node) -> Opaque:
    """Keep what is inside a node that means nothing more to us."""
    return Opaque(lower_each(reading, node.children), line_of(reading, node))


def lower_block(reading: Reading, block: Node) -> tuple[Stmt, ...]:
    """Lower the statements that are children of a block or module."""
    out: list[Stmt] = []
    for node in block.children:
        lower_statement(reading, node, out)
    return tuple(out)


def lower_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Lower one child of a block, and after it whatever a syntax error left inside it."""
    kind = node.type
    handler = STATEMENTS.get(kind)
    if handler is None:
        if node.is_named and kind not in _SILENT:
            _lower_fragment(reading, node, out)
        return
    if reading.depth >= MAX_DEPTH:
        out.append(Evaluate(flatten(reading, node, wreckage=True), line_of(reading, node)))
        return
    reading.depth += STATEMENT_DEPTH
    handler(reading, node, out)
    reading.depth -= STATEMENT_DEPTH
    if reading.broken and node.has_error:
        _recover_errors(reading, node, out)


def _lower_fragment(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Lower something that stands where a statement should: an error or a piece of one."""
    if node.type in EXPRESSIONS or node.type == "identifier":
        out.append(Evaluate(lower_expression(reading, node), line_of(reading, node)))
        if node.has_error:
            _recover_errors(reading, node, out)
    elif reading.depth >= MAX_DEPTH:
        out.append(Evaluate(flatten(reading, node, wreckage=True), line_of(reading, node)))
    else:
        reading.depth += 1
        for child in node.children:
            lower_statement(reading, child, out)
        reading.depth -= 1


def _recover_errors(reading: Reading, statement: Node, out: list[Stmt]) -> None:
    """Lower the errors inside a statement. Those in its blocks were met with the block."""
    stack = [statement]
    while stack:
        node = stack.pop()
        is_cases = node.type == "match_statement"
        for child in reversed(node.children):
            if child.type == "ERROR":
                _lower_fragment(reading, child, out)
            elif child.has_error and (child.type != "block" or is_cases):
                stack.append(child)
