"""Statements that hold blocks: if, for, while, with."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.arms import Arm, add_arm, nest
from auditor.languages.python.dispatch import lower_block, lower_expression
from auditor.languages.python.operators import lower_as_target
from auditor.languages.python.reading import Reading, line_of, solid
from auditor.languages.python.regroup import split_as
from auditor.model.facts import Attr, Expr, For, Name, Stmt, Unary, While, With

_Item = tuple[Expr, Expr | None]


def lower_if(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``if`` with its ``elif`` chain, in a loop: the chain may be thousands of arms long."""
    depth, typing_only = reading.depth, reading.typing_only
    arms: list[Arm] = []
    orelse: tuple[Stmt, ...] = ()
    for clause in (node, *node.children):
        kind = clause.type
        if kind == "else_clause":
            orelse = lower_suite(reading, clause)
        elif kind == "elif_clause" or kind == "if_statement":
            add_arm(reading, arms, _lower_arm(reading, clause), clause)
    reading.depth, reading.typing_only = depth, typing_only
    out.extend(nest(arms, orelse))


def _lower_arm(reading: Reading, clause: Node) -> Arm:
    """One arm. Leaves ``typing_only`` as it holds for the arms after it."""
    test = lower_expression(reading, solid(clause)[1])
    so_far = reading.typing_only
    reading.typing_only = so_far or _asks_for_typing(test)
    body = lower_suite(reading, clause)
    denied = isinstance(test, Unary) and test.op == "not" and _asks_for_typing(test.operand)
    reading.typing_only = so_far or denied
    return Arm(test, body, line_of(reading, clause))


def _asks_for_typing(test: Expr) -> bool:
    """``TYPE_CHECKING`` or ``typing.TYPE_CHECKING``."""
    name = test.id if isinstance(test, Name) else test.name if isinstance(test, Attr) else ""
    return name == "TYPE_CHECKING"


def lower_suite(reading: Reading, clause: Node) -> tuple[Stmt, ...]:
    """The block of a statement or clause that has one."""
    for child in clause.children:
        if child.type == "block":
            return lower_block(reading, child)
    return ()


def lower_else(reading: Reading, node: Node) -> tuple[Stmt, ...]:
    """The ``else`` block of a loop or try."""
    for child in node.children:
        if child.type == "else_clause":
            return lower_suite(reading, child)
    return ()


def lower_for(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``for``, ``async for``."""
    words = solid(node)
    at = 2 if words[0].type == "async" else 1
    out.append(
        For(
            lower_expression(reading, words[at]),
            lower_expression(reading, words[at + 2]),
            lower_suite(reading, node),
            lower_else(reading, node),
            line_of(reading, node),
        )
    )


def lower_while(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``while``."""
    out.append(
        While(
            lower_expression(reading, solid(node)[1]),
            lower_suite(reading, node),
            lower_else(reading, node),
            line_of(reading, node),
        )
    )


def lower_with(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``with``, ``async with``."""
    items: list[_Item] = []
    for clause in node.children:
        if clause.type == "with_clause":
            for item in clause.children:
                if item.type == "with_item":
                    items.extend(_items(reading, solid(item)[0]))
    out.append(With(tuple(items), lower_suite(reading, node), line_of(reading, node)))


def _items(reading: Reading, value: Node) -> list[_Item]:
    """One item, or several where the parser took parenthesised items for a tuple."""
    if value.type == "as_pattern":
        context, _, target = solid(value)
        return [(lower_expression(reading, context), lower_as_target(reading, target))]
    if value.type in ("parenthesized_expression", "tuple"):
        inner = [child for child in solid(value) if child.is_named]
        if any(child.type == "as_pattern" for child in inner):
            return [item for child in inner for item in _items(reading, child)]
    expression = lower_expression(reading, value)
    return [split_as(expression) if _ends_with_as(value) else (expression, None)]


def _ends_with_as(value: Node) -> bool:
    while value.type == "conditional_expression":
        value = value.children[-1]
    return value.type == "as_pattern"


HANDLERS = {
    "if_statement": lower_if,
    "for_statement": lower_for,
    "while_statement": lower_while,
    "with_statement": lower_with,
}
