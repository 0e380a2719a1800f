"""``if``, ``unless``, ``case`` and ``? :``, which are values as well as statements."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.arms import Arm as IfArm
from auditor.languages.arms import add_arm, lower_chain, nest
from auditor.languages.objects.dispatch import lower_each, lower_expression
from auditor.languages.objects.operators import kept_left
from auditor.languages.objects.reading import Reading, Sink, child_of, declare, named
from auditor.languages.objects.switches import Arm, apart
from auditor.languages.objects.values import lower_into, lower_last
from auditor.languages.reading import line_of, text_of
from auditor.languages.ruby.jumps import is_jump, nothing
from auditor.languages.ruby.names import lower_spread
from auditor.model.facts import (
    Binary,
    Const,
    Expr,
    If,
    Many,
    Opaque,
    Star,
    Stmt,
    Unary,
)

#: Patterns that are told. With any other the arm may or may not be taken.
_LITERALS = frozenset({
    "string", "simple_symbol", "integer", "float", "nil", "true", "false", "delimited_symbol",
})  # fmt: skip


def _arm(reading: Reading, node: Node | None, sink: Sink, line: int) -> tuple[Stmt, ...]:
    words = named(reading, node) if node is not None else []
    return lower_last(reading, words, sink) if words else nothing(sink, line)


def lower_if(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``if`` with its ``elsif`` chain."""

    def take(arm: Node) -> tuple[IfArm, Node | None]:
        test, line = _test(reading, arm), line_of(reading, arm)
        then = _arm(reading, arm.child_by_field_name("consequence"), sink, line)
        return IfArm(test, then, line), arm.child_by_field_name("alternative")

    def otherwise(last: Node, other: Node | None) -> tuple[Stmt, ...]:
        return _arm(reading, other, sink, line_of(reading, last))

    out.extend(lower_chain(reading, node, take, otherwise, "elsif"))


def _test(reading: Reading, node: Node) -> Expr:
    test = node.child_by_field_name("condition")
    line = line_of(reading, node)
    lowered = lower_expression(reading, test) if test is not None else Const(True, line)
    return Unary("not", lowered, line) if node.type.startswith("unless") else lowered


def lower_modifier(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``value if test`` and ``value unless test``."""
    line = line_of(reading, node)
    test = _test(reading, node)
    body = node.child_by_field_name("body")
    then = lower_last(reading, [body] if body is not None else [], sink)
    out.append(If(test, then, nothing(sink, line), line))


def lower_case(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``case x when a, b then ... else ... end``, also without a subject."""
    line = line_of(reading, node)
    value = node.child_by_field_name("value")
    whens = [c for c in node.named_children if c.type == "when"]
    other = child_of(node, "else")
    orelse = _arm(reading, other, sink, line)
    if value is None:
        _conditions(reading, whens, orelse, sink, out)
        return
    subject = lower_expression(reading, value)
    arms = [_when(reading, when, sink) for when in whens]
    out.append(apart(subject, [*arms, Arm((), orelse, line, default=True)], line))


def _patterns(reading: Reading, when: Node) -> list[Node]:
    held = when.children_by_field_name("pattern")
    return [word for pattern in held for word in named(reading, pattern)[:1]]


def _when(reading: Reading, node: Node, sink: Sink) -> Arm:
    line = line_of(reading, node)
    words = _patterns(reading, node)
    body = _arm(reading, node.child_by_field_name("body"), sink, line)
    patterns = tuple(lower_expression(reading, word) for word in words)
    if all(word.type in _LITERALS for word in words):
        return Arm(patterns, body, line)
    # A type, a range or an expression: whether it fits is not told.
    return Arm((), body, line, guard=Opaque(patterns, line))


def _conditions(
    reading: Reading, whens: list[Node], orelse: tuple[Stmt, ...], sink: Sink, out: list[Stmt]
) -> None:
    depth = reading.depth
    arms: list[IfArm] = []
    for when in whens:
        line = line_of(reading, when)
        test: Expr | None = None
        for word in _patterns(reading, when):
            lowered = lower_expression(reading, word)
            test = lowered if test is None else Binary("or", test, lowered, line)
        body = _arm(reading, when.child_by_field_name("body"), sink, line)
        add_arm(reading, arms, IfArm(test or Const(True, line), body, line), when)
    reading.depth = depth
    out.extend(nest(arms, orelse) if arms else orelse)


def lower_match(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``case x in pattern then ...``: what a pattern captures is not known."""
    line = line_of(reading, node)
    value = node.child_by_field_name("value")
    subject = lower_expression(reading, value) if value is not None else Const(None, line)
    arms: list[Arm] = []
    for clause in node.children_by_field_name("clauses"):
        for word in _captured(reading, clause):
            declare(reading, word)
        body = _arm(reading, clause.child_by_field_name("body"), sink, line)
        held_by = clause.child_by_field_name("guard")
        tests = lower_each(reading, held_by.named_children) if held_by is not None else ()
        guard = Opaque(tests, line_of(reading, clause))
        arms.append(Arm((), body, line_of(reading, clause), guard=guard))
    other = child_of(node, "else")
    arms.append(Arm((), _arm(reading, other, sink, line), line, default=True))
    out.append(apart(subject, arms, line))


def _captured(reading: Reading, clause: Node) -> list[str]:
    pattern = clause.child_by_field_name("pattern")
    todo = [pattern] if pattern is not None else []
    found: list[str] = []
    while todo:
        node = todo.pop()
        if node.type == "identifier":
            found.append(text_of(reading, node))
        todo.extend(node.named_children)
    return found


def lower_conditional(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``test ? a : b``, where either side may leave instead."""
    line = line_of(reading, node)
    arms: list[tuple[Stmt, ...]] = []
    for name in ("consequence", "alternative"):
        held_by = node.child_by_field_name(name)
        arms.append(lower_last(reading, [held_by] if held_by is not None else [], sink))
    out.append(If(_test(reading, node), arms[0], arms[1], line))


def lower_choice(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``a || return``, ``a or raise``, ``a and return b``; any other choice is a value."""
    left, right = node.child_by_field_name("left"), node.child_by_field_name("right")
    sign = node.child_by_field_name("operator")
    line = line_of(reading, node)
    word = sign.type if sign is not None else ""
    logical = word in ("||", "or", "&&", "and")
    if left is None or right is None or not logical or not is_jump(reading, right):
        out.append(sink(lower_expression(reading, node), line))
        return
    kept = kept_left(reading, node, left, out)
    jump = lower_last(reading, [right], sink)
    test = kept if word in ("&&", "and") else Unary("not", kept, line)
    out.append(If(test, jump, (), line))
    out.append(sink(kept, line))


def lower_several(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """``a, b = 1, 2``: what stands to the right, as a list."""
    line = line_of(reading, node)
    items = tuple(lower_spread(reading, word) for word in named(reading, node))
    only = items[0] if len(items) == 1 else None
    whole = only.value if isinstance(only, Star) else Many("list", items, line)
    out.append(sink(whole, line))


def lower_given(reading: Reading, node: Node, sink: Sink, out: list[Stmt]) -> None:
    """What ``return`` and ``next`` give: nothing, one value, or several as a list."""
    words = named(reading, node)
    given = named(reading, words[0]) if words and words[0].type == "argument_list" else words
    if not given:
        out.extend(nothing(sink, line_of(reading, node)))
    elif len(given) == 1 and given[0].type not in ("splat_argument", "pair"):
        lower_into(reading, given[0], sink, out)
    else:
        lower_several(reading, words[0], sink, out)


BRANCHING = {
    "if": lower_if,
    "unless": lower_if,
    "if_modifier": lower_modifier,
    "unless_modifier": lower_modifier,
    "case": lower_case,
    "case_match": lower_match,
    "conditional": lower_conditional,
    "binary": lower_choice,
    "right_assignment_list": lower_several,
}
