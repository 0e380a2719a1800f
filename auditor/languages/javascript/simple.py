"""Statements of one line: expressions, returns, throws, breaks."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.assignments import STATEMENTS as ASSIGNMENTS
from auditor.languages.javascript.dispatch import (
    lower_block,
    lower_expression,
    lower_loose,
    lower_statement,
    unwrap,
)
from auditor.languages.javascript.functions import lower_result
from auditor.languages.javascript.reading import EXTRAS, Reading, line_of, solid
from auditor.model.facts import Evaluate, Expr, Leave, Opaque, Raise, Return, Stmt

_NAMESPACES = frozenset({"internal_module", "module"})


def lower_expression_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """An expression that stands for itself; a sequence is one statement after the other."""
    for child in node.children:
        if child.is_named:
            lower_effect(reading, child, out)


def lower_effect(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """An expression that is evaluated for what it does."""
    bare = unwrap(node)
    kind = bare.type
    if kind == "sequence_expression":
        for part in solid(bare):
            if part.is_named:
                _effect(reading, unwrap(part), out)
    elif kind in _NAMESPACES:
        lower_namespace(reading, bare, out)
    elif kind not in EXTRAS:
        _effect(reading, bare, out)


def _effect(reading: Reading, bare: Node, out: list[Stmt]) -> None:
    handler = ASSIGNMENTS.get(bare.type)
    if handler is not None:
        handler(reading, bare, out)
    else:
        out.append(Evaluate(lower_expression(reading, bare), line_of(reading, bare)))


def lower_namespace(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``namespace N { ... }``: its body, as if it stood outside."""
    for child in node.children:
        if child.type == "statement_block":
            out.extend(lower_block(reading, child))


def lower_stray_namespace(reading: Reading, node: Node) -> Expr:
    """A namespace where the grammar takes one for a value, which only broken code has."""
    lower_namespace(reading, node, reading.ahead)
    return Opaque((), line_of(reading, node))


def lower_return(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``return`` with or without a value."""
    words = [word for word in solid(node)[1:] if word.is_named]
    if words:
        out.extend(lower_result(reading, words[0], line_of(reading, node)))
    else:
        out.append(Return(None, line_of(reading, node)))


def lower_throw(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``throw value``."""
    words = [word for word in solid(node)[1:] if word.is_named]
    value = lower_expression(reading, words[0]) if words else None
    out.append(Raise(value, line_of(reading, node)))


def lower_leave(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``break`` and ``continue``. A break out of a switch is taken out again by the switch."""
    words = solid(node)
    kind = words[0].type
    if kind == "break" and reading.in_switch and not any(word.is_named for word in words):
        kind = "switch"
    out.append(Leave(kind, line_of(reading, node)))


def lower_nothing(_reading: Reading, _node: Node, _out: list[Stmt]) -> None:
    """``;`` and ``debugger``."""


def lower_with(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``with (object) body``, which no strict code has."""
    _, scope, body = solid(node)
    out.append(Evaluate(lower_loose(reading, scope), line_of(reading, node)))
    lower_statement(reading, body, out)


HANDLERS = {
    "expression_statement": lower_expression_statement,
    "internal_module": lower_namespace,
    "module": lower_namespace,
    "return_statement": lower_return,
    "throw_statement": lower_throw,
    "break_statement": lower_leave,
    "continue_statement": lower_leave,
    "empty_statement": lower_nothing,
    "debugger_statement": lower_nothing,
    "with_statement": lower_with,
}
EXPRESSION_HANDLERS = {"internal_module": lower_stray_namespace}
