"""Statements that hold others: blocks, if, try."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.arms import Arm, lower_chain
from auditor.languages.javascript.dispatch import (
    lower_inner,
    lower_statement,
)
from auditor.languages.javascript.handlers import told_apart
from auditor.languages.javascript.patterns import Binder
from auditor.languages.javascript.reading import (
    EXTRAS,
    Reading,
    line_of,
    place_name,
    solid,
    span_of,
)
from auditor.languages.javascript.scopes import block_scope
from auditor.model.facts import Assign, Handler, Name, Stmt, Try

_EMPTY = frozenset({";", "empty_statement"}) | EXTRAS


def lower_braces(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``{ ... }`` on its own: its statements, as if it were not there."""
    with block_scope(reading, node.children):
        for child in node.children:
            lower_statement(reading, child, out)


def lower_body(reading: Reading, node: Node) -> tuple[Stmt, ...]:
    """What a statement governs: a block, or one statement without braces."""
    out: list[Stmt] = []
    if node.type == "statement_block":
        lower_braces(reading, node, out)
    else:
        lower_statement(reading, node, out)
    return tuple(out)


def clause_of(node: Node, name: str) -> Node | None:
    """A part of a statement that may be missing."""
    clause = node.child_by_field_name(name)
    return clause if clause is not None and clause.type not in _EMPTY else None


def lower_if(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``if`` with its ``else if`` chain."""

    def take(arm: Node) -> tuple[Arm, Node | None]:
        _, test, body, *rest = solid(arm)
        lowered, lowered_body = lower_inner(reading, test), lower_body(reading, body)
        other = solid(rest[0])[-1] if rest else None
        return Arm(lowered, lowered_body, line_of(reading, arm)), other

    def otherwise(_: Node, other: Node | None) -> tuple[Stmt, ...]:
        return lower_body(reading, other) if other is not None else ()

    out.extend(lower_chain(reading, node, take, otherwise, "if_statement"))


def lower_try(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``try`` with ``catch`` and ``finally``."""
    body: tuple[Stmt, ...] = ()
    handlers: list[Handler] = []
    final: tuple[Stmt, ...] = ()
    for child in node.children:
        kind = child.type
        if kind == "statement_block":
            body = lower_body(reading, child)
        elif kind == "catch_clause":
            handlers.extend(told_apart(_handler(reading, child)))
        elif kind == "finally_clause":
            final = lower_body(reading, solid(child)[-1])
    out.append(Try(body, tuple(handlers), (), final, span_of(reading, node)))


def _handler(reading: Reading, clause: Node) -> Handler:
    """``catch (name)``, ``catch ({message})``, ``catch``."""
    name: str | None = None
    prologue: list[Stmt] = []
    parameter = clause_of(clause, "parameter")
    with block_scope(reading, (), parameter):
        if parameter is not None:
            caught = Binder(reading, reading.declared).target(parameter, prologue)
            line = line_of(reading, parameter)
            if isinstance(caught, Name):
                name = caught.id
            else:
                name = place_name(reading, "caught", parameter)
                prologue.insert(0, Assign((caught,), Name(name, line), None, "", line))
        body = lower_body(reading, solid(clause)[-1])
    return Handler(None, name, (*prologue, *body), span_of(reading, clause))


HANDLERS = {
    "statement_block": lower_braces,
    "if_statement": lower_if,
    "try_statement": lower_try,
}
