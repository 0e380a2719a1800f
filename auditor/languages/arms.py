"""An ``if`` with its chain of ``else if``, which may be thousands of arms long."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tree_sitter import Node

from auditor.languages.reading import Reading, mark_deep
from auditor.model.facts import Expr, If, Stmt

# Arms of an if that are nested as else-if. Those after them stand one after the other.
_MAX_ARMS = 50


class Arm(NamedTuple):
    """One condition, and what is run where it is the first that holds."""

    test: Expr
    body: tuple[Stmt, ...]
    line: int


def add_arm(reading: Reading, arms: list[Arm], arm: Arm, node: Node) -> None:
    """Note the arm at ``node``: those that follow will be nested in it, and count as deeper."""
    arms.append(arm)
    reading.depth += len(arms) <= _MAX_ARMS
    if len(arms) == _MAX_ARMS + 1:
        mark_deep(reading, node)


def lower_chain(
    reading: Reading,
    node: Node,
    take: Callable[[Node], tuple[Arm, Node | None]],
    otherwise: Callable[[Node, Node | None], tuple[Stmt, ...]],
    chained: str,
) -> tuple[Stmt, ...]:
    """``if`` with its chain of ``else if``, in a loop, so that its length does not matter.

    ``take`` gives an arm and what stands in its other branch. That is the next arm if it is
    ``chained``; of the last arm and its other branch ``otherwise`` makes the statements.
    """
    depth = reading.depth
    arms: list[Arm] = []
    here: Node = node
    while True:
        arm, other = take(here)
        add_arm(reading, arms, arm, here)
        if other is None or other.type != chained:
            break
        here = other
    orelse = otherwise(here, other)
    reading.depth = depth
    return nest(arms, orelse)


def nest(arms: list[Arm], orelse: tuple[Stmt, ...]) -> tuple[Stmt, ...]:
    """The arms as statements, each in the other branch of the one before it."""
    tail = orelse
    if len(arms) > _MAX_ARMS:
        *flat, last = arms[_MAX_ARMS:]
        rest = [If(arm.test, arm.body, (), arm.line) for arm in flat]
        tail = (*rest, If(last.test, last.body, orelse, last.line))
    for arm in reversed(arms[:_MAX_ARMS]):
        tail = (If(arm.test, arm.body, tail, arm.line),)
    return tail
