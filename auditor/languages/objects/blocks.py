"""Statements that hold others, and those of one line, as most languages with braces write them."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.arms import Arm, lower_chain
from auditor.languages.objects.assignments import lower_effect
from auditor.languages.objects.dispatch import (
    lower_body,
    lower_expression,
    lower_first,
    lower_inner,
    lower_statement,
)
from auditor.languages.objects.reading import Reading, declare, named
from auditor.languages.reading import line_of, text_of
from auditor.model.facts import Const, Expr, For, Leave, Name, Raise, Return, Stmt, While


def lower_braces(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``{ ... }``: its statements, as if it were not there."""
    for child in node.named_children:
        lower_statement(reading, child, out)


def _test(reading: Reading, node: Node) -> Expr:
    if node.type == "parenthesized_expression":
        return lower_inner(reading, node)
    return lower_expression(reading, node)


def lower_if(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``if`` with its ``else if`` chain."""

    def take(arm: Node) -> tuple[Arm, Node | None]:
        test, line = arm.child_by_field_name("condition"), line_of(reading, arm)
        lowered = _test(reading, test) if test is not None else Const(True, line)
        body = lower_body(reading, arm.child_by_field_name("consequence"))
        return Arm(lowered, body, line), arm.child_by_field_name("alternative")

    def otherwise(_: Node, other: Node | None) -> tuple[Stmt, ...]:
        return lower_body(reading, other)

    out.extend(lower_chain(reading, node, take, otherwise, "if_statement"))


def loop_body(reading: Reading, node: Node | None) -> tuple[Stmt, ...]:
    """The body of a loop, in which ``break`` leaves the loop."""
    outer, reading.in_switch = reading.in_switch, False
    body = lower_body(reading, node)
    reading.in_switch = outer
    return body


def lower_while(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``while`` and ``do ... while``."""
    test = node.child_by_field_name("condition")
    line = line_of(reading, node)
    condition = _test(reading, test) if test is not None else Const(True, line)
    body = node.child_by_field_name("body") or next(iter(named(reading, node)), None)
    out.append(While(condition, loop_body(reading, body), (), line))


def lower_for(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for (start; test; step)``: a while loop behind its start."""
    line = line_of(reading, node)
    for name in ("init", "initializer"):
        for start in node.children_by_field_name(name):
            lower_statement(reading, start, out)
    test = node.child_by_field_name("condition")
    condition = Const(True, line) if test is None else lower_expression(reading, test)
    body = loop_body(reading, node.child_by_field_name("body"))
    after: list[Stmt] = []
    for step in node.children_by_field_name("update"):
        if step.is_named:
            lower_effect(reading, step, after)
    out.append(While(condition, body, (), line, tuple(after)))


def lower_for_each(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for (T x : xs)`` and ``foreach (var x in xs)``."""
    target = node.child_by_field_name("name") or node.child_by_field_name("left")
    source = node.child_by_field_name("value") or node.child_by_field_name("right")
    line = line_of(reading, node)
    if target is None or source is None:
        lower_braces(reading, node, out)
        return
    name = text_of(reading, target)
    declare(reading, name)
    iterable = lower_expression(reading, source)
    body = loop_body(reading, node.child_by_field_name("body"))
    out.append(For(Name(name, line), iterable, body, (), line))


def lower_return(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``return`` with or without a value."""
    out.append(Return(lower_first(reading, node), line_of(reading, node)))


def lower_throw(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``throw value``, and ``throw`` alone for the error that was caught."""
    out.append(Raise(lower_first(reading, node), line_of(reading, node)))


def lower_leave(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``break`` and ``continue``. A break out of a switch is taken out again by the switch."""
    kind = node.type.removesuffix("_statement")
    if kind == "break" and reading.in_switch and not named(reading, node):
        kind = "switch"
    out.append(Leave(kind, line_of(reading, node)))


def lower_labeled(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``label: statement``."""
    words = node.named_children
    if words:
        lower_statement(reading, words[-1], out)


def lower_expression_statement(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """An expression that stands for itself."""
    for child in named(reading, node):
        lower_effect(reading, child, out)


HANDLERS = {
    "block": lower_braces,
    "if_statement": lower_if,
    "while_statement": lower_while,
    "do_statement": lower_while,
    "for_statement": lower_for,
    "return_statement": lower_return,
    "throw_statement": lower_throw,
    "break_statement": lower_leave,
    "continue_statement": lower_leave,
    "labeled_statement": lower_labeled,
    "expression_statement": lower_expression_statement,
}
