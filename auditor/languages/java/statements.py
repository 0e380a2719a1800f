"""Statements that Java writes in its own way: declarations, try, switch."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.java.types import lower_type
from auditor.languages.objects.assignments import declared
from auditor.languages.objects.blocks import lower_braces, lower_for_each, lower_return
from auditor.languages.objects.dispatch import (
    lower_body,
    lower_each,
    lower_expression,
    lower_inner,
    lower_statement,
)
from auditor.languages.objects.operators import run_at_once
from auditor.languages.objects.reading import Reading, child_of, declare, named
from auditor.languages.objects.switches import Arm, Choice, apart, chosen, joined
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Const,
    Evaluate,
    Expr,
    Handler,
    Many,
    Name,
    Stmt,
    Try,
    With,
)


def lower_locals(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``T a = x, b;``."""
    kind = lower_type(reading, node.child_by_field_name("type"))
    for declarator in node.children_by_field_name("declarator"):
        declared(reading, declarator, kind, out, declarator.child_by_field_name("value"))


def lower_try(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``try`` with resources, ``catch`` and ``finally``."""
    items: list[tuple[Expr, Expr | None]] = []
    resources = node.child_by_field_name("resources")
    for resource in resources.named_children if resources is not None else ():
        items.extend(_resource(reading, resource))
    body = lower_body(reading, node.child_by_field_name("body"))
    if items:
        body = (With(tuple(items), body, line_of(reading, node)),)
    handlers = [_handler(reading, c) for c in node.named_children if c.type == "catch_clause"]
    final: tuple[Stmt, ...] = ()
    for clause in node.named_children:
        if clause.type == "finally_clause":
            final = lower_body(reading, clause.named_children[-1])
    out.append(Try(body, tuple(handlers), (), final, span_of(reading, node)))


def _resource(reading: Reading, node: Node) -> list[tuple[Expr, Expr | None]]:
    value, name = node.child_by_field_name("value"), node.child_by_field_name("name")
    if value is None or name is None:
        return [(expr, None) for expr in lower_each(reading, node.children)]
    declare(reading, text_of(reading, name))
    target = Name(text_of(reading, name), line_of(reading, name))
    return [(lower_expression(reading, value), target)]


def _handler(reading: Reading, clause: Node) -> Handler:
    """``catch (A | B e)``."""
    name: str | None = None
    kinds: list[Expr] = []
    for param in clause.named_children:
        if param.type != "catch_formal_parameter":
            continue
        named_as = param.child_by_field_name("name")
        name = text_of(reading, named_as) if named_as is not None else None
        for child in param.named_children:
            listed = child.named_children if child.type == "catch_type" else ()
            kinds.extend(k for k in (lower_type(reading, c) for c in listed) if k is not None)
    if name is not None:
        declare(reading, name)
    body = lower_body(reading, clause.child_by_field_name("body"))
    line = line_of(reading, clause)
    types = kinds[0] if len(kinds) == 1 else Many("tuple", tuple(kinds), line)
    return Handler(types if kinds else None, name, body, span_of(reading, clause))


def lower_switch(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``switch`` as a statement, with colons or with arrows."""
    subject = _subject(reading, node)
    content = node.child_by_field_name("body")
    outer, reading.in_switch = reading.in_switch, True
    arms: list[Arm] = []
    for child in content.named_children if content is not None else ():
        if child.type not in ("switch_rule", "switch_block_statement_group"):
            continue
        patterns, default, guard = _labels(reading, child)
        body: list[Stmt] = []
        for part in child.named_children:
            if part.type != "switch_label":
                lower_statement(reading, part, body)
        arms.append(Arm(patterns, tuple(body), line_of(reading, child), default, guard))
    reading.in_switch = outer
    # An arm behind an arrow never falls through.
    put_together = apart if child_of(content, "switch_rule") is not None else joined
    out.append(put_together(subject, arms, line_of(reading, node)))


def _subject(reading: Reading, node: Node) -> Expr:
    test = node.child_by_field_name("condition")
    return lower_inner(reading, test) if test is not None else Const(None, line_of(reading, node))


def _labels(reading: Reading, node: Node) -> tuple[tuple[Expr, ...], bool, Expr | None]:
    """The constants of an arm, whether it is the default, and a condition that is not told."""
    patterns: list[Expr] = []
    default = False
    guard: Expr | None = None
    for label in node.named_children:
        if label.type != "switch_label":
            continue
        words = named(reading, label)
        default = default or any(c.type == "default" for c in label.children)
        for word in words:
            line = line_of(reading, word)
            if word.type in ("pattern", "guard") or "pattern" in word.type:
                guard = Name("<pattern>", line)
            elif word.type == "identifier" and not _is_constant(reading, text_of(reading, word)):
                # The constant of an enumeration goes by its bare name.
                patterns.append(Const(text_of(reading, word), line))
            else:
                patterns.append(lower_expression(reading, word))
    return tuple(patterns), default, guard


def _is_constant(reading: Reading, name: str) -> bool:
    return any(name in scope.statics for scope in reading.types)


def lower_switch_value(reading: Reading, node: Node) -> Expr:
    """``switch`` as a value."""
    content = node.child_by_field_name("body")
    choices: list[Choice] = []
    for child in content.named_children if content is not None else ():
        if child.type not in ("switch_rule", "switch_block_statement_group"):
            continue
        patterns, default, guard = _labels(reading, child)
        parts = [p for p in child.named_children if p.type != "switch_label"]
        value = _arm_value(reading, child, parts)
        choices.append(Choice(() if default else patterns, value, None if default else guard))
    return chosen(_subject(reading, node), choices, span_of(reading, node))


def _arm_value(reading: Reading, node: Node, parts: list[Node]) -> Expr:
    if len(parts) == 1 and parts[0].type == "expression_statement":
        words = named(reading, parts[0])
        if words:
            return lower_expression(reading, words[0])
    body: list[Stmt] = []
    for part in parts:
        lower_statement(reading, part, body)
    return run_at_once(tuple(body), span_of(reading, node))


def lower_synchronized(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``synchronized (x) { ... }``: its block."""
    for word in named(reading, node):
        if word.type == "parenthesized_expression":
            held = lower_inner(reading, word)
            out.extend([] if isinstance(held, Name) else [Evaluate(held, line_of(reading, word))])
    out.extend(lower_body(reading, node.child_by_field_name("body")))


def lower_assert(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``assert x``, which is off unless asked for."""
    out.extend(
        Evaluate(expr, line_of(reading, node)) for expr in lower_each(reading, node.children)
    )


HANDLERS = {
    "local_variable_declaration": lower_locals,
    "enhanced_for_statement": lower_for_each,
    "try_statement": lower_try,
    "try_with_resources_statement": lower_try,
    "switch_expression": lower_switch,
    # The value of an arm, which is run like a function.
    "yield_statement": lower_return,
    "synchronized_statement": lower_synchronized,
    "assert_statement": lower_assert,
    "constructor_body": lower_braces,
}
