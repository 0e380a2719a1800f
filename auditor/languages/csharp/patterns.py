"""Patterns: ``x is T t``, and ``switch`` as a value."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.csharp.types import lower_type
from auditor.languages.objects.dispatch import (
    lower_each,
    lower_expression,
    lower_first,
    lower_inner,
    lower_loose,
)
from auditor.languages.objects.operators import held
from auditor.languages.objects.reading import Reading, declare, named
from auditor.languages.objects.switches import Choice, chosen
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Assigned,
    Binary,
    Const,
    Expr,
    Name,
    Opaque,
    Unary,
)


def lower_pattern_test(reading: Reading, node: Node) -> Expr:
    """``x is T t``, ``x is not null``, ``x is "a" or "b"``."""
    value, pattern = node.child_by_field_name("expression"), node.child_by_field_name("pattern")
    if value is None or pattern is None:
        return lower_loose(reading, node)
    subject = lower_expression(reading, value)
    return test_of(reading, subject, pattern)


def test_of(reading: Reading, subject: Expr, node: Node) -> Expr:
    """Whether a value fits a pattern."""
    line = line_of(reading, node)
    match node.type:
        case "constant_pattern":
            constant = lower_first(reading, node) or Const(None, line)
            return Binary("==", subject, constant, line)
        case "negated_pattern":
            words = named(reading, node)
            return Unary("not", test_of(reading, subject, words[-1]), line) if words else subject
        case "or_pattern" | "and_pattern":
            left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
            if left is None or right is None:
                return Opaque((subject,), line)
            first, kept = held(subject, f"<value {line}:{node.start_point[1]}>")
            op = "or" if node.type == "or_pattern" else "and"
            return Binary(op, test_of(reading, first, left), test_of(reading, kept, right), line)
        case "declaration_pattern" | "recursive_pattern" | "type_pattern" | "var_pattern":
            kind = lower_type(reading, node.child_by_field_name("type"))
            name = node.child_by_field_name("name")
            if name is not None and name.type == "identifier":
                declare(reading, text_of(reading, name))
                subject = Assigned(Name(text_of(reading, name), line), subject, line)
            return Binary("instanceof", subject, kind or Opaque((), line), line)
        case "parenthesized_pattern":
            words = named(reading, node)
            return test_of(reading, subject, words[0]) if words else subject
        case _:
            return Opaque((subject, *lower_each(reading, node.children)), line)


def lower_switch_value(reading: Reading, node: Node) -> Expr:
    """``x switch { "a" => 1, _ => 2 }``."""
    words = named(reading, node)
    span = span_of(reading, node)
    if not words:
        return Opaque((), span.line)
    first, kept = held(lower_expression(reading, words[0]), f"<switch {span.line}:{span.column}>")
    choices: list[Choice] = []
    used = False
    for arm in words[1:]:
        parts = named(reading, arm)
        if arm.type != "switch_expression_arm" or len(parts) < 2:
            continue
        test: Expr | None = None
        if parts[0].type != "discard":
            test = test_of(reading, kept if used else first, parts[0])
            used = True
        guard = next((c for c in parts if c.type == "when_clause"), None)
        if guard is not None:
            condition = lower_inner(reading, guard)
            test = Binary("and", test, condition, span.line) if test is not None else condition
        choices.append(Choice((), lower_expression(reading, parts[-1]), test))
    if not used:
        return chosen(first, choices, span)
    return chosen(Const(None, span.line), choices, span)
