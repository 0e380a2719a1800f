"""``try`` and its clauses."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.python.blocks import lower_else, lower_suite
from auditor.languages.python.dispatch import lower_expression
from auditor.languages.python.operators import lower_as_target
from auditor.languages.python.reading import Reading, line_of, solid, span_of
from auditor.model.facts import Expr, Handler, Name, Opaque, Stmt, Try


def lower_try(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``try`` with ``except``, ``except*``, ``else`` and ``finally``."""
    body = lower_suite(reading, node)
    handlers: list[Handler] = []
    final: tuple[Stmt, ...] = ()
    for clause in node.children:
        kind = clause.type
        if kind == "except_clause" or kind == "except_group_clause":
            handlers.append(_handler(reading, clause))
        elif kind == "finally_clause":
            final = lower_suite(reading, clause)
    orelse = lower_else(reading, node)
    out.append(Try(body, tuple(handlers), orelse, final, span_of(reading, node)))


def _handler(reading: Reading, clause: Node) -> Handler:
    """``except types as name``; Python 2 wrote a comma for ``as``."""
    words = [child for child in solid(clause) if child.is_named and child.type != "block"]
    types: Expr | None = None
    alias: Expr | None = None
    if words and words[0].type == "as_pattern":
        caught, _, target = solid(words[0])
        types = lower_expression(reading, caught)
        alias = lower_as_target(reading, target)
    elif words:
        types = lower_expression(reading, words[0])
        alias = lower_expression(reading, words[1]) if len(words) > 1 else None
    name: str | None = None
    if isinstance(alias, Name):
        name = alias.id
    elif alias is not None and types is not None:  # only in broken code and in Python 2
        types = Opaque((types, alias), line_of(reading, clause))
    return Handler(types, name, lower_suite(reading, clause), span_of(reading, clause))


HANDLERS = {"try_statement": lower_try}
