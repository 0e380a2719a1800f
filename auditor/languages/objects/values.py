"""Statements that are values, ``if`` and ``try`` and their like, wherever the value goes.

A value goes into a *sink*, which makes a statement of it: an assignment, a return, or nothing but
its evaluation. So a ``return`` inside of an arm leaves the function, as it is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from auditor.languages.limits import MAX_DEPTH
from auditor.languages.objects.dispatch import (
    STATEMENT_DEPTH,
    lower_expression,
    lower_statement,
)
from auditor.languages.objects.operators import run_at_once
from auditor.languages.objects.reading import Reading, Sink, named, place_name
from auditor.languages.reading import line_of, span_of, take_ahead
from auditor.model.facts import (
    Assign,
    Evaluate,
    Expr,
    Name,
    Return,
    Stmt,
)


def returned(value: Expr, line: int) -> Stmt:
    """The sink of what a function gives back."""
    return Return(value, line)


def evaluated(value: Expr, line: int) -> Stmt:
    """The sink of a value that nobody uses."""
    return Evaluate(value, line)


def into(target: Expr, annotation: Expr | None = None, op: str = "") -> Sink:
    """The sink of what is assigned to ``target``."""
    return lambda value, line: Assign((target,), value, annotation, op, line)


def lower_into(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """Lower an expression whose value goes to the sink."""
    line = line_of(reading, node)
    if node.type == "parenthesized_expression" and len(named(reading, node)) == 1:
        node = named(reading, node)[0]
    grammar = reading.grammar
    if node.type in grammar.plain or grammar.jumps(reading, node):
        lower_statement(reading, node, out)
    elif node.type in grammar.branching and reading.depth < MAX_DEPTH:
        reading.depth += STATEMENT_DEPTH
        grammar.branching[node.type](reading, node, sink, out)
        reading.depth -= STATEMENT_DEPTH
    else:
        out.append(sink(lower_expression(reading, node), line))


def lower_last(reading: Reading, nodes: Sequence[Node], sink: Sink) -> tuple[Stmt, ...]:
    """Statements of which the last one is the value."""
    out: list[Stmt] = []
    for node in nodes[:-1]:
        lower_statement(reading, node, out)
    if nodes:
        start, waiting = len(out), len(reading.ahead)
        reading.depth += STATEMENT_DEPTH
        lower_into(reading, nodes[-1], sink, out)
        reading.depth -= STATEMENT_DEPTH
        out[start:start] = take_ahead(reading.ahead, waiting)
    return tuple(out)


def lower_arm(reading: Reading, node: Node | None, sink: Sink) -> tuple[Stmt, ...]:
    """A block, or one expression without braces."""
    if node is None:
        return ()
    nodes = named(reading, node) if node.type == reading.grammar.block else [node]
    return lower_last(reading, nodes, sink)


def as_value(reading: Reading, node: Node) -> Expr:
    """The same inside of an expression: run at once, where it stands."""
    body: list[Stmt] = []
    lower_into(reading, node, returned, body)
    only = body[0] if len(body) == 1 else None
    if isinstance(only, Return) and only.value is not None:
        return only.value
    return run_at_once(tuple(body), span_of(reading, node))


def fresh(reading: Reading, kind: str, node: Node) -> Name:
    """A name of our own for a value in between."""
    return Name(place_name(reading, kind, node), line_of(reading, node))
