"""Statements that C# writes in its own way: declarations, try, switch, using."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.csharp.classes import lower_value
from auditor.languages.csharp.patterns import test_of
from auditor.languages.csharp.types import lower_type
from auditor.languages.objects.assignments import lower_effect
from auditor.languages.objects.blocks import lower_braces, lower_for_each
from auditor.languages.objects.dispatch import (
    lower_body,
    lower_expression,
    lower_first,
    lower_statement,
)
from auditor.languages.objects.functions import yielded
from auditor.languages.objects.reading import Reading, declare, named
from auditor.languages.objects.switches import Arm, joined
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Assign,
    Const,
    Evaluate,
    Expr,
    Handler,
    If,
    Name,
    Raise,
    Return,
    Stmt,
    Try,
    With,
)


def lower_locals(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``T a = x, b;`` and ``var (a, b) = x;``."""
    for declaration in (node, *node.named_children):
        if declaration.type != "variable_declaration":
            continue
        kind = lower_type(reading, declaration.child_by_field_name("type"))
        for declarator in declaration.named_children:
            if declarator.type == "variable_declarator":
                _declare(reading, declarator, kind, out)


def _declare(reading: Reading, node: Node, kind: Expr | None, out: list[Stmt]) -> None:
    name = node.child_by_field_name("name") or next(iter(named(reading, node)), None)
    if name is None:
        return
    line = line_of(reading, node)
    values = [c for c in named(reading, node) if c != name and c.type != "bracketed_argument_list"]
    lowered = lower_value(reading, values[-1], kind) if values else None
    text = text_of(reading, name)
    declare(reading, text)
    out.append(Assign((Name(text, line),), lowered, kind, "", line))


def lower_try(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``try`` with ``catch``, also ``when``, and ``finally``."""
    body = lower_body(reading, node.child_by_field_name("body"))
    handlers = [_handler(reading, c) for c in node.named_children if c.type == "catch_clause"]
    final: tuple[Stmt, ...] = ()
    for clause in node.named_children:
        if clause.type == "finally_clause" and clause.named_children:
            final = lower_body(reading, clause.named_children[-1])
    out.append(Try(body, tuple(handlers), (), final, span_of(reading, node)))


def _handler(reading: Reading, clause: Node) -> Handler:
    """``catch (T e) when (x)``: where x does not hold, the error goes on."""
    name: str | None = None
    types: Expr | None = None
    guard: Expr | None = None
    for child in clause.named_children:
        if child.type == "catch_declaration":
            types = lower_type(reading, child.child_by_field_name("type"))
            named_as = child.child_by_field_name("name")
            name = text_of(reading, named_as) if named_as is not None else None
            if name is not None:
                declare(reading, name)
        elif child.type == "catch_filter_clause":
            guard = lower_first(reading, child)
    body = lower_body(reading, clause.child_by_field_name("body"))
    line = line_of(reading, clause)
    if guard is not None:
        body = (If(guard, body, (Raise(None, line),), line),)
    return Handler(types, name, body, span_of(reading, clause))


def lower_using(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``using (var x = y) { ... }``."""
    items: list[tuple[Expr, Expr | None]] = []
    for child in node.named_children:
        if child.type == "variable_declaration":
            held: list[Stmt] = []
            lower_locals(reading, child, held)
            items.extend(
                (stmt.value, stmt.targets[0])
                for stmt in held
                if isinstance(stmt, Assign) and stmt.value is not None
            )
        elif child != node.child_by_field_name("body"):
            items.append((lower_expression(reading, child), None))
    body = lower_body(reading, node.child_by_field_name("body"))
    out.append(With(tuple(items), body, line_of(reading, node)))


def lower_switch(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``switch`` as a statement."""
    value, content = node.child_by_field_name("value"), node.child_by_field_name("body")
    line = line_of(reading, node)
    subject = lower_expression(reading, value) if value is not None else Const(None, line)
    outer, reading.in_switch = reading.in_switch, True
    arms = [
        _section(reading, section, subject)
        for section in (content.named_children if content is not None else ())
        if section.type == "switch_section"
    ]
    reading.in_switch = outer
    out.append(joined(subject, arms, line))


def _section(reading: Reading, section: Node, subject: Expr) -> Arm:
    patterns: list[Expr] = []
    body: list[Stmt] = []
    guard: Expr | None = None
    default = any(c.type == "default" for c in section.children)
    for child in section.named_children:
        if child.type == "constant_pattern":
            constant = lower_first(reading, child)
            patterns.extend([constant] if constant is not None else [])
        elif child.type.endswith("_pattern") or child.type == "discard":
            known = isinstance(subject, Name)
            guard = test_of(reading, subject if known else Name("<subject>", 0), child)
        elif child.type == "when_clause":
            guard = lower_first(reading, child) or guard
        else:
            lower_statement(reading, child, body)
    return Arm(tuple(patterns), tuple(body), line_of(reading, section), default, guard)


def lower_yield(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``yield return x``; ``yield break`` ends the method."""
    made = yielded(reading, node, lower_first(reading, node))
    out.append(Evaluate(made, made.line) if made.value else Return(None, made.line))


def lower_lock(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``lock (x) { ... }``, ``checked { ... }``: what is in them."""
    for child in named(reading, node):
        if child.type == "block":
            lower_statement(reading, child, out)
        else:
            lower_effect(reading, child, out)


def lower_foreach(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``foreach``; several names at once are not told apart."""
    target = node.child_by_field_name("left")
    for part in target.named_children if target is not None else ():
        declare(reading, text_of(reading, part))
    lower_for_each(reading, node, out)


HANDLERS = {
    "local_declaration_statement": lower_locals,
    "variable_declaration": lower_locals,
    "foreach_statement": lower_foreach,
    "try_statement": lower_try,
    "using_statement": lower_using,
    "switch_statement": lower_switch,
    "yield_statement": lower_yield,
    "lock_statement": lower_lock,
    "checked_statement": lower_lock,
    "global_statement": lower_braces,
}
