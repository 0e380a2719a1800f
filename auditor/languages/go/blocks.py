"""Statements that hold others: blocks, if, for, switch and select."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.go.dispatch import listed, lower_expression, lower_statement
from auditor.languages.go.failures import lower_checked_if, lower_list
from auditor.languages.go.reading import SILENT, Reading, claim, line_of, named, span_of, text_of
from auditor.languages.go.scopes import block_scope, is_body
from auditor.model.facts import (
    Arg,
    Assign,
    Call,
    Case,
    Const,
    Expr,
    For,
    If,
    Many,
    Match,
    Name,
    Opaque,
    Stmt,
    While,
)

#: The function that stands for what ``range`` goes through: pairs of a key and a value.
RANGE = "<range>"
_CASES = frozenset({"expression_case", "type_case", "communication_case", "default_case"})


def lower_body(reading: Reading, node: Node | None) -> tuple[Stmt, ...]:
    """What a statement governs: the statements of a block, or an ``else if``."""
    out: list[Stmt] = []
    if node is None:
        return ()
    if node.type == "if_statement":
        lower_if(reading, node, out)
    else:
        _lower_block(reading, node, out)
    return tuple(out)


def _lower_block(reading: Reading, node: Node, out: list[Stmt]) -> None:
    statements = statements_in(node)
    with block_scope(reading, () if is_body(node) else statements):
        lower_list(reading, statements, out, lower_body)


def statements_in(node: Node) -> list[Node]:
    """The statements of a block, or of an arm of a switch."""
    found: list[Node] = []
    for child in node.named_children:
        if child.type == "statement_list":
            found.extend(c for c in child.named_children if c.type != "comment")
        elif child.type != "comment":
            found.append(child)
    return found


def lower_if(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``if start; test {...} else {...}``."""
    with block_scope(reading, [node.child_by_field_name("initializer")]):
        if not lower_checked_if(reading, node, out, lower_body):
            _lower_if(reading, node, out)


def _lower_if(reading: Reading, node: Node, out: list[Stmt]) -> None:
    start, test = node.child_by_field_name("initializer"), node.child_by_field_name("condition")
    if start is not None:
        lower_statement(reading, start, out)
    line = line_of(reading, node)
    condition: Expr = Opaque((), line) if test is None else lower_expression(reading, test)
    then = lower_body(reading, node.child_by_field_name("consequence"))
    reading.depth += 1
    orelse = lower_body(reading, node.child_by_field_name("alternative"))
    reading.depth -= 1
    out.append(If(condition, then, orelse, line))


def lower_for(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """Every kind of loop."""
    line = line_of(reading, node)
    head = next((c for c in named(node) if c.type != "block"), None)
    outer, reading.in_switch = reading.in_switch, False
    block = node.child_by_field_name("body")
    if head is not None and head.type == "range_clause":
        _lower_range(reading, head, block, line, out)
    elif head is not None and head.type == "for_clause":
        with block_scope(reading, [head.child_by_field_name("initializer")]):
            _lower_counted(reading, head, block, line, out)
    else:
        test = Const(True, line) if head is None else lower_expression(reading, head)
        out.append(While(test, lower_body(reading, block), (), line))
    reading.in_switch = outer


def _lower_range(
    reading: Reading, head: Node, block: Node | None, line: int, out: list[Stmt]
) -> None:
    """``for k, v := range x``."""
    left, right = listed(head.child_by_field_name("left")), head.child_by_field_name("right")
    declares = any(child.type == ":=" for child in head.children)
    source: Expr = Opaque((), line) if right is None else lower_expression(reading, right)
    pairs = Call(Name(RANGE, line), (Arg(None, source),), span_of(reading, head))
    with block_scope(reading, [head]):
        claim(reading, left, declares=declares)
        targets = [lower_expression(reading, item) for item in left]
        unnamed = [Name("_", line), Name("_", line)]
        item = Many("tuple", tuple([*targets, *unnamed][:2]), line)
        out.append(For(item, pairs, lower_body(reading, block), (), line))


def _lower_counted(
    reading: Reading, head: Node, block: Node | None, line: int, out: list[Stmt]
) -> None:
    start, test, step = (
        head.child_by_field_name(name) for name in ("initializer", "condition", "update")
    )
    if start is not None:
        lower_statement(reading, start, out)
    condition: Expr = Const(True, line) if test is None else lower_expression(reading, test)
    body = lower_body(reading, block)
    after: list[Stmt] = []
    if step is not None:
        lower_statement(reading, step, after)
    out.append(While(condition, body, (), line, tuple(after)))


def lower_switch(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``switch x {...}``; without a subject, its arms are conditions."""
    start, subject = node.child_by_field_name("initializer"), node.child_by_field_name("value")
    if start is not None:
        lower_statement(reading, start, out)
    arms = [child for child in node.named_children if child.type in _CASES]
    line = line_of(reading, node)
    if subject is None:
        out.extend(_conditions(reading, arms, line))
        return
    value = lower_expression(reading, subject)
    cases = [_case(reading, arm, line) for arm in _with_falls(arms)]
    cases.sort(key=lambda case: not case.patterns)
    out.append(Match(value, tuple(cases), line))


def _with_falls(arms: list[Node]) -> list[list[Node]]:
    """Each arm with those that it falls through to."""
    return [arms[n : _fall_end(arms, n)] for n in range(len(arms))]


def _fall_end(arms: list[Node], at: int) -> int:
    while at < len(arms) - 1 and _falls(arms[at]):
        at += 1
    return at + 1


def _falls(arm: Node) -> bool:
    statements = statements_in(arm)
    return bool(statements) and statements[-1].type == "fallthrough_statement"


def _arm_body(reading: Reading, arms: list[Node]) -> tuple[Stmt, ...]:
    outer, reading.in_switch = reading.in_switch, True
    out: list[Stmt] = []
    for arm in arms:
        inside = [c for c in arm.named_children if c.type == "statement_list"]
        for block in inside:
            nodes = [c for c in block.named_children if c.type not in SILENT]
            with block_scope(reading, nodes):
                lower_list(reading, nodes, out, lower_body)
    reading.in_switch = outer
    return tuple(out)


def _case(reading: Reading, arms: list[Node], line: int) -> Case:
    first = arms[0]
    values = listed(first.child_by_field_name("value"))
    patterns = tuple(lower_expression(reading, value) for value in values)
    if first.type == "type_case":
        patterns = (Opaque((), line),)
    return Case(patterns, (), None, _arm_body(reading, arms), line_of(reading, first))


def _conditions(reading: Reading, arms: list[Node], line: int) -> tuple[Stmt, ...]:
    """``switch { case a: ... case b: ... default: ... }`` as one ``if`` in another."""
    orelse: tuple[Stmt, ...] = ()
    groups = _with_falls(arms)
    for group in groups:
        if group[0].type == "default_case":
            orelse = _arm_body(reading, group)
    for group in reversed([g for g in groups if g[0].type != "default_case"]):
        tests = [
            lower_expression(reading, v) for v in listed(group[0].child_by_field_name("value"))
        ]
        test: Expr = tests[0] if len(tests) == 1 else Opaque(tuple(tests), line)
        orelse = (If(test, _arm_body(reading, group), orelse, line_of(reading, group[0])),)
    return orelse


def lower_type_switch(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``switch v := x.(type) {...}``: in every arm ``v`` is ``x``."""
    line = line_of(reading, node)
    value = node.child_by_field_name("value")
    subject: Expr = Opaque((), line) if value is None else lower_expression(reading, value)
    for alias in listed(node.child_by_field_name("alias")):
        reading.scope.declared.add(text_of(reading, alias))
        out.append(Assign((lower_expression(reading, alias),), subject, None, "", line))
    arms = [[child] for child in node.named_children if child.type in _CASES]
    cases = [_case(reading, arm, line) for arm in arms]
    cases.sort(key=lambda case: not case.patterns)
    out.append(Match(Opaque((), line), tuple(cases), line))


def lower_select(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``select {...}``: any of the arms may run."""
    line = line_of(reading, node)
    cases: list[Case] = []
    for arm in (child for child in node.named_children if child.type in _CASES):
        head: list[Stmt] = []
        happens = arm.child_by_field_name("communication")
        if happens is not None:
            lower_statement(reading, happens, head)
        body = (*head, *_arm_body(reading, [arm]))
        cases.append(Case((Opaque((), line),), (), None, body, line_of(reading, arm)))
    out.append(Match(Opaque((), line), tuple(cases), line))


HANDLERS = {
    "block": _lower_block,
    "if_statement": lower_if,
    "for_statement": lower_for,
    "expression_switch_statement": lower_switch,
    "type_switch_statement": lower_type_switch,
    "select_statement": lower_select,
}
