"""From a syntax node to the handler that lowers it. Depth is counted here and nowhere else."""

from __future__ import annotations

from collections.abc import Iterable

from tree_sitter import Node

from auditor.languages.limits import MAX_DEPTH
from auditor.languages.objects.flatten import flatten
from auditor.languages.objects.reading import Reading, named
from auditor.languages.reading import line_of, take_ahead, text_of
from auditor.model.facts import Const, Evaluate, Expr, Name, Opaque, Stmt

#: A statement in a block takes twice the frames and tuples of an expression in an expression.
STATEMENT_DEPTH = 2


def lower_expression(reading: Reading, node: Node) -> Expr:
    """Lower one expression; a kind that has no handler keeps its children in ``Opaque``."""
    if node.type in reading.grammar.names:
        name = text_of(reading, node).removeprefix("@")
        if name in reading.grammar.constants:
            return Const(reading.grammar.constants[name], line_of(reading, node))
        # An empty name is one that the parser missed and made up.
        return Name(name, line_of(reading, node)) if name else Opaque((), line_of(reading, node))
    if reading.depth >= MAX_DEPTH:
        return flatten(reading, node)
    reading.depth += 1
    handler = reading.grammar.expressions.get(node.type, lower_loose)
    expression = handler(reading, node)
    reading.depth -= 1
    return expression


def lower_each(reading: Reading, nodes: Iterable[Node]) -> tuple[Expr, ...]:
    """Lower the nodes among these that mean something."""
    silent = reading.grammar.silent
    return tuple(
        lower_expression(reading, node)
        for node in nodes
        if node.is_named and node.type not in silent
    )


def lower_loose(reading: Reading, node: Node) -> Opaque:
    """Keep what is inside a node that means nothing more to us."""
    return Opaque(lower_each(reading, node.children), line_of(reading, node))


def lower_inner(reading: Reading, node: Node) -> Expr:
    """The expression between a pair of parentheses."""
    inner = named(reading, node)
    return lower_expression(reading, inner[0]) if len(inner) == 1 else lower_loose(reading, node)


def lower_first(reading: Reading, node: Node) -> Expr | None:
    """The expression that a node holds; None where it holds none."""
    words = named(reading, node)
    return lower_expression(reading, words[0]) if words else None


def lower_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Lower one statement; of one that is broken, what can be read is kept."""
    grammar = reading.grammar
    if node.type in grammar.silent:
        return
    if reading.depth >= MAX_DEPTH:
        out.append(Evaluate(flatten(reading, node), line_of(reading, node)))
        return
    start, held = len(out), len(reading.ahead)
    handler = grammar.statements.get(node.type)
    reading.depth += STATEMENT_DEPTH
    if handler is not None:
        handler(reading, node, out)
    elif node.type in grammar.expressions or node.type in grammar.names:
        out.append(Evaluate(lower_expression(reading, node), line_of(reading, node)))
    else:
        for child in node.named_children:
            lower_statement(reading, child, out)
    reading.depth -= STATEMENT_DEPTH
    if len(reading.ahead) > held:
        out[start:start] = take_ahead(reading.ahead, held)


def lower_body(reading: Reading, node: Node | None) -> tuple[Stmt, ...]:
    """What a statement governs: a block, or one statement without braces."""
    out: list[Stmt] = []
    if node is not None:
        lower_statement(reading, node, out)
    return tuple(out)
