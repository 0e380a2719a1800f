"""From a syntax node to the handler that lowers it.

The handlers live in one file per kind of syntax and are entered in the two tables by ``lower``;
they call back here for whatever is nested in them. Depth is counted here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from tree_sitter import Node

from auditor.languages.inner_names import name_of
from auditor.languages.javascript.flatten import flatten
from auditor.languages.javascript.reading import (
    ERASED,
    MAX_DEPTH,
    SKIPPED,
    Reading,
    is_stray,
    line_of,
    solid,
    untyped,
)
from auditor.languages.reading import take_ahead
from auditor.model.facts import Evaluate, Expr, Name, Opaque, Stmt

# A statement in a block takes twice the frames and tuples of an expression in an expression.
STATEMENT_DEPTH = 2

ExpressionHandler = Callable[[Reading, Node], Expr]
StatementHandler = Callable[[Reading, Node, list[Stmt]], None]

EXPRESSIONS: dict[str, ExpressionHandler] = {}
STATEMENTS: dict[str, StatementHandler] = {}

# They cannot nest, so the depth limit need not cost us their value.
_LEAVES = frozenset({"number", "true", "false", "null", "undefined", "this"})
_SILENT = frozenset({"comment", "html_comment", "hash_bang_line"}) | ERASED
_WRAPPERS = frozenset(
    {"parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression"}
)
_NAMELESS = frozenset({"arrow_function", "function_expression", "generator_function", "class"})


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


def lower_named(reading: Reading, node: Node, name: str) -> Expr:
    """Lower an expression; a function or class without a name of its own is called ``name``."""
    bare = unwrap(node)
    if bare.type not in _NAMELESS:
        return lower_expression(reading, node)
    reading.hint = name
    expression = lower_expression(reading, bare)
    reading.hint = ""
    return expression


def unwrap(node: Node) -> Node:
    """What is inside parentheses and casts."""
    while node.type in _WRAPPERS:
        inner = next((c for c in node.children if c.is_named and c.type not in SKIPPED), None)
        if inner is None:
            break
        node = inner
    return node


def lower_each(reading: Reading, nodes: Iterable[Node]) -> tuple[Expr, ...]:
    """Lower the named nodes among these, passing over punctuation, comments, types and errors."""
    return tuple(
        [
            lower_expression(reading, node)
            for node in nodes
            if node.is_named and node.type not in SKIPPED
        ]
    )


def lower_loose(reading: Reading, node: Node) -> Opaque:
    """Keep what is inside a node that means nothing more to us."""
    return Opaque(lower_each(reading, node.children), line_of(reading, node))


def lower_block(reading: Reading, block: Node) -> tuple[Stmt, ...]:
    """Lower the statements that are children of a block or program."""
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
    start, held = len(out), len(reading.ahead)
    reading.depth += STATEMENT_DEPTH
    handler(reading, node, out)
    reading.depth -= STATEMENT_DEPTH
    if len(reading.ahead) > held:
        out[start:start] = take_ahead(reading.ahead, held)
    if reading.broken and node.has_error and kind != "statement_block":
        _recover_errors(reading, node, out)


def _lower_fragment(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Lower something that stands where a statement should: an error or a piece of one."""
    if node.type in EXPRESSIONS or node.type == "identifier":
        held = len(reading.ahead)
        expression = lower_expression(reading, node)
        out.extend(take_ahead(reading.ahead, held))
        out.append(Evaluate(expression, line_of(reading, node)))
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
    """Lower the errors inside a statement. Those in its own statements were met with these."""
    stack = [statement]
    while stack:
        node = stack.pop()
        for child in reversed(untyped(node)):
            kind = child.type
            if kind == "ERROR":
                if not is_stray(node, child):
                    _lower_fragment(reading, child, out)
            elif child.has_error and kind not in ERASED and not _stands_alone(node, kind):
                stack.append(child)


def _stands_alone(parent: Node, kind: str) -> bool:
    """Whether a node is lowered as a statement, so that its errors were met with it."""
    # An ``else if`` is lowered together with the ``if`` before it.
    return kind in STATEMENTS and not (kind == "if_statement" and parent.type == "else_clause")


def lower_inner(reading: Reading, node: Node) -> Expr:
    """The expression between a pair of parentheses or brackets."""
    inner = [child for child in solid(node) if child.is_named and child.type not in ERASED]
    if len(inner) != 1:
        return lower_loose(reading, node)
    expression = lower_expression(reading, inner[0])
    reading.misread = None  # an await inside of brackets ends there
    return expression
