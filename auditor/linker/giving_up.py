"""Loops without an end of their own that count what fails: ``if tries >= most: break``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.facts import (
    Assign,
    Binary,
    Expr,
    Handler,
    If,
    Leave,
    Raise,
    Return,
    Stmt,
    Try,
    While,
)
from auditor.model.nodes import nodes_in

#: How a counter is held against the most that it may be, on either side.
_REACHED = frozenset({">", ">=", "=="})
_REACHED_BY = frozenset({"<", "<=", "=="})


def gives_up(stmt: While) -> bool:
    """Whether each failure inside is counted, and the loop left once there are too many.

    What counts and what leaves must stand under no condition of their own.
    """
    tries = [each for each in stmt.body if isinstance(each, Try)]
    return bool(tries) and all(_ends(stmt, each) for each in tries)


def _ends(stmt: While, tried: Try) -> bool:
    return bool(tried.handlers) and all(_counts_out(stmt, one) for one in tried.handlers)


def _counts_out(stmt: While, handler: Handler) -> bool:
    if any(_leaves(each) for each in handler.body):
        return True
    around = (*stmt.body, *handler.body)
    set_anew = {_key(t) for t in _set_anew(stmt)}
    counters = {key for key in map(_key, _counted(around)) if key not in set_anew}
    return any(_key(side) in counters for each in around for side in _reached(each))


def _counted(body: tuple[Stmt, ...]) -> Iterator[Expr]:
    for stmt in body:
        if isinstance(stmt, Assign) and stmt.op == "+=":
            yield from stmt.targets


def _set_anew(stmt: While) -> Iterator[Expr]:
    for node in nodes_in(stmt.body):
        if isinstance(node, Assign) and not node.op:
            yield from node.targets


def _reached(stmt: Stmt) -> Iterator[Expr]:
    """What is too much where this statement leaves the loop."""
    match stmt:
        case If(test=Binary(op=op, left=left, right=right), body=(*_, last)) if _leaves(last):
            if op in _REACHED:
                yield left
            if op in _REACHED_BY:
                yield right
        case _:
            pass


def _leaves(stmt: Stmt) -> bool:
    return isinstance(stmt, Return | Raise) or (isinstance(stmt, Leave) and stmt.kind == "break")


def _key(node: object) -> object:
    """The expression without its place."""
    if isinstance(node, tuple) and hasattr(node, "_fields"):
        fields = zip(node._fields, node, strict=True)
        return type(node).__name__, *(_key(v) for n, v in fields if n not in ("line", "span"))
    return tuple(map(_key, node)) if isinstance(node, tuple) else node
