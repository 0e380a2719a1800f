"""Conditions on how good an answer is. Nobody can tell beforehand; who goes on with it shows."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.frame import Frame
from auditor.linker.results import Test
from auditor.linker.world import World
from auditor.model.behaviour import JUDGED, REFUSED, Result
from auditor.model.facts import (
    Assign,
    Binary,
    Const,
    Evaluate,
    Expr,
    If,
    Leave,
    Name,
    Raise,
    Return,
    Stmt,
    Unary,
)
from auditor.model.nodes import first_name, nodes_in


def judged(frame: Frame, stmt: If) -> Test | None:
    """A condition that asks how good an answer is: who goes on with it, and who does not."""
    names = {n.id for n in nodes_in(stmt.test) if isinstance(n, Name)} & frame.filled.keys()
    if not names:
        return None
    calls = frozenset(call for name in names for call in frame.filled[name].calls)
    taken = [_takes(body, names) for body in (stmt.body, stmt.orelse)]
    refusing = stmt.orelse if taken[1] is False else stmt.body
    word = REFUSED if refusing and isinstance(refusing[-1], Raise) else ""
    match taken:
        case (True, False | None) | (None, False):
            return Result(calls, part=JUDGED, word=word), 1
        case (False, True | None) | (None, True):
            return Result(calls, part=JUDGED, word=word), 0
        case _:
            return None


def _takes(body: tuple[Stmt, ...], names: set[str]) -> bool | None:
    """Whether a block ends with the answer being taken or refused; None if it goes on."""
    match body[-1] if body else None:
        case Return(value=value):
            return any(isinstance(n, Name) and n.id in names for n in nodes_in(value))
        case Leave(kind):
            return kind == "break"
        case Raise():
            return False
        case _:
            return None


def passes_over(frame: Frame, stmt: If) -> bool:
    """``if name in resting: continue``: a loop passes over a candidate, for how that one is.

    What is only noted before does not matter. A comparison with one name is a choice of that name
    instead.
    """
    match stmt.body:
        case (*noted, Leave("continue")):
            plain = all(isinstance(one, Evaluate | Assign) for one in noted)
            return plain and not frame.handlers and not _chooses(frame, stmt.test, False)
        case _:
            return False


def takes_only(world: World, frame: Frame, stmt: If) -> bool:
    """``if name not in resting: ...`` ending a loop: the same, turned round."""
    return (
        id(stmt) in world.last_in_loops
        and not frame.handlers
        and not _chooses(frame, stmt.test, True)
    )


def _chooses(frame: Frame, test: Expr, takes: bool) -> bool:
    """Whether the candidates that the test ``takes``, or not, are those that a caller named."""
    if any(_compares(n) for n in nodes_in(test)):
        return True
    node = frame.function.node if frame.function is not None else None
    given = {param.name for param in node.params} if node is not None else set()
    given -= {"self", "cls", "this"}
    return any(first_name(among) in given for among in _asked_among(test, takes))


def _compares(node: object) -> bool:
    """``name == "one"``, ``ask is first``; ``found is None`` asks for nothing in particular."""
    match node:
        case Binary("==" | "!="):
            return True
        case Binary("is" | "is not", right=right):
            return not (isinstance(right, Const) and right.value is None)
        case _:
            return False


def _asked_among(test: Expr, holds: bool) -> Iterator[Expr]:
    """The collections that something is in where the test ``holds``, or does not."""
    match test:
        case Binary("in", _, among) if holds:
            yield among
        case Binary("not in", _, among) if not holds:
            yield among
        case Unary("not", operand):
            yield from _asked_among(operand, not holds)
        case Binary("and" | "or", left, right):
            yield from _asked_among(left, holds)
            yield from _asked_among(right, holds)
