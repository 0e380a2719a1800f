"""Loops and labels."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.blocks import clause_of, lower_body
from auditor.languages.javascript.dispatch import lower_expression, lower_inner, lower_statement
from auditor.languages.javascript.patterns import Binder
from auditor.languages.javascript.reading import Reading, line_of, solid
from auditor.languages.javascript.scopes import block_scope
from auditor.languages.javascript.simple import lower_effect
from auditor.model.facts import Const, For, Stmt, While

_HEAD = ("initializer", "condition", "increment")


def _loop_body(reading: Reading, node: Node) -> tuple[Stmt, ...]:
    """The body of a loop, in which ``break`` leaves the loop."""
    outer, reading.in_switch = reading.in_switch, False
    body = lower_body(reading, node)
    reading.in_switch = outer
    return body


def lower_for(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for (start; test; step)``: a while loop behind its start."""
    start, test, step = (clause_of(node, name) for name in _HEAD)
    with block_scope(reading, [start] if start is not None else []):
        _lower_for(reading, node, (start, test, step), out)


def _lower_for(
    reading: Reading, node: Node, head: tuple[Node | None, ...], out: list[Stmt]
) -> None:
    line = line_of(reading, node)
    start, test, step = head
    if start is not None and start.type.endswith("_declaration"):
        lower_statement(reading, start, out)
    elif start is not None:
        lower_effect(reading, start, out)
    condition = Const(True, line) if test is None else lower_expression(reading, test)
    body = _loop_body(reading, node.children[-1])
    after: list[Stmt] = []
    if step is not None:
        lower_effect(reading, step, after)
    out.append(While(condition, body, (), line, tuple(after)))


def lower_for_in(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for (const x of y)``, ``for await``, and ``for (k in object)``."""
    left, right, start = (clause_of(node, name) for name in ("left", "right", "value"))
    kind = node.child_by_field_name("kind")
    names = reading.assigned if kind is None else reading.declared
    if start is not None:  # old code may give a value to the variable of ``for (var k in x)``
        lower_effect(reading, start, out)
    iterable = lower_expression(reading, right or node.children[0])
    prologue: list[Stmt] = []
    with block_scope(reading, (), left if kind is not None and kind.type != "var" else None):
        target = Binder(reading, names).target(left or node.children[0], prologue)
        body = (*prologue, *_loop_body(reading, node.children[-1]))
    out.append(For(target, iterable, body, (), line_of(reading, node)))


def lower_while(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``while`` and ``do ... while``."""
    words = [word for word in solid(node) if word.is_named]
    is_do = node.type == "do_statement"
    body, test = words[:2] if is_do else reversed(words[:2])
    condition = lower_inner(reading, test)
    out.append(While(condition, _loop_body(reading, body), (), line_of(reading, node)))


def lower_labeled(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``label: statement``."""
    lower_statement(reading, solid(node)[-1], out)


HANDLERS = {
    "for_statement": lower_for,
    "for_in_statement": lower_for_in,
    "while_statement": lower_while,
    "do_statement": lower_while,
    "labeled_statement": lower_labeled,
}
