"""``if``, ``when`` and ``try``, which are values as well as statements."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.arms import Arm as IfArm
from auditor.languages.arms import add_arm, lower_chain, nest
from auditor.languages.kotlin.types import type_in
from auditor.languages.objects.dispatch import lower_expression
from auditor.languages.objects.reading import Reading, Sink, child_of, declare, named
from auditor.languages.objects.switches import Arm, apart
from auditor.languages.objects.values import evaluated, lower_arm
from auditor.languages.reading import line_of, span_of, text_of
from auditor.model.facts import (
    Assign,
    Binary,
    Const,
    Expr,
    Handler,
    Name,
    Opaque,
    Stmt,
    Try,
)

#: A pattern that is not told: the arm may or may not be taken.
_PATTERN = "<pattern>"
_UNTOLD = frozenset({"type_test", "range_test"})


def lower_if(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``if`` with its ``else if`` chain."""

    def take(arm: Node) -> tuple[IfArm, Node | None]:
        test, line = arm.child_by_field_name("condition"), line_of(reading, arm)
        then, other = _arms(reading, arm)
        lowered = lower_expression(reading, test) if test is not None else Const(True, line)
        return IfArm(lowered, lower_arm(reading, then, sink), line), other

    def otherwise(_: Node, other: Node | None) -> tuple[Stmt, ...]:
        return lower_arm(reading, other, sink)

    out.extend(lower_chain(reading, node, take, otherwise, "if_expression"))


def _arms(reading: Reading, node: Node) -> tuple[Node | None, Node | None]:
    """What is run where the condition holds, and what otherwise."""
    found: list[Node | None] = [None, None]
    behind_test, otherwise = False, 0
    for child in node.children:
        behind_test = behind_test or child.type == ")"
        otherwise = 1 if child.type == "else" else otherwise
        if behind_test and child.is_named and child.type not in reading.grammar.silent:
            found[otherwise] = child
    return found[0], found[1]


def lower_when(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``when (x) { a, b -> ...; is T -> ...; else -> ... }``, also without a subject."""
    line = line_of(reading, node)
    held = child_of(node, "when_subject")
    entries = [c for c in node.named_children if c.type == "when_entry"]
    if held is None:
        _conditions(reading, entries, sink, out)
        return
    subject = _subject(reading, held, out)
    out.append(apart(subject, [_entry(reading, entry, sink) for entry in entries], line))


def _subject(reading: Reading, node: Node, out: list[Stmt]) -> Expr:
    """``(x)``, ``(val x = y)``."""
    line = line_of(reading, node)
    words = named(reading, node)
    value = lower_expression(reading, words[-1]) if words else Const(None, line)
    if len(words) < 2:
        return value
    name = text_of(reading, words[0]).partition(":")[0].strip()
    declare(reading, name)
    out.append(Assign((Name(name, line),), value, None, "", line))
    return Name(name, line)


def _entry(reading: Reading, node: Node, sink: Sink) -> Arm:
    line = line_of(reading, node)
    conditions = node.children_by_field_name("condition")
    guard = Name(_PATTERN, line) if any(c.type in _UNTOLD for c in conditions) else None
    patterns = tuple(_pattern(reading, c) for c in conditions if c.type not in _UNTOLD)
    body = lower_arm(reading, _content(reading, node), sink)
    return Arm(() if guard is not None else patterns, body, line, not conditions, guard)


def _pattern(reading: Reading, node: Node) -> Expr:
    """A constant; one of an enumeration may go by its bare name."""
    if node.type == "identifier" and text_of(reading, node).isupper():
        return Const(text_of(reading, node), line_of(reading, node))
    return lower_expression(reading, node)


def _content(reading: Reading, node: Node) -> Node | None:
    """What an arm runs: whatever stands behind its arrow."""
    arrow = next((n for n, c in enumerate(node.children) if c.type == "->"), len(node.children))
    rest = [c for c in node.children[arrow:] if c.is_named and c.type not in reading.grammar.silent]
    return rest[0] if rest else None


def _conditions(reading: Reading, entries: list[Node], sink: Sink, out: list[Stmt]) -> None:
    depth = reading.depth
    arms: list[IfArm] = []
    orelse: tuple[Stmt, ...] = ()
    for entry in entries:
        line = line_of(reading, entry)
        body = lower_arm(reading, _content(reading, entry), sink)
        test: Expr | None = None
        for condition in entry.children_by_field_name("condition"):
            lowered = lower_expression(reading, condition)
            test = lowered if test is None else Binary("or", test, lowered, line)
        if test is None:
            orelse = body
        else:
            add_arm(reading, arms, IfArm(test, body, line), entry)
    reading.depth = depth
    out.extend(nest(arms, orelse) if arms else orelse)


def lower_try(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``try``, ``catch`` and ``finally``."""
    catches = (child for child in node.named_children if child.type == "catch_block")
    handlers = tuple(_handler(reading, clause, sink) for clause in catches)
    final = lower_arm(reading, child_of(child_of(node, "finally_block"), "block"), evaluated)
    body = lower_arm(reading, child_of(node, "block"), sink)
    out.append(Try(body, handlers, (), final, span_of(reading, node)))


def _handler(reading: Reading, clause: Node, sink: Sink) -> Handler:
    called = child_of(clause, "identifier")
    name = text_of(reading, called) if called is not None else None
    if name is not None:
        declare(reading, name)
    kind = type_in(reading, clause)
    body = lower_arm(reading, child_of(clause, "block"), sink)
    # A type that cannot be read is one that nobody knows, and not every type.
    types = kind if kind is not None else Opaque((), line_of(reading, clause))
    return Handler(types, name, body, span_of(reading, clause))


BRANCHING = {
    "if_expression": lower_if,
    "when_expression": lower_when,
    "try_expression": lower_try,
}
