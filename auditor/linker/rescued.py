"""``ask().catch(() => null)``: what an expression is when what it asked for has failed."""

from __future__ import annotations

from auditor.linker.blocks import flatten
from auditor.linker.frame import Frame
from auditor.linker.given import NOTHING, SOMETHING, gives_of
from auditor.linker.world import World
from auditor.model.behaviour import Result
from auditor.model.facts import Arg, Attr, Await, Call, Closure, Expr, Raise, Return, Stmt


def rescued(world: World, frame: Frame, expr: Expr | None, calls: frozenset[str]) -> Result | None:
    """What is held after ``calls`` by an expression that takes their errors; None for others."""
    inner = expr.value if isinstance(expr, Await) else expr
    match inner:
        case Call(Attr(name="catch"), (Arg(None, Closure(function)),)) if calls:
            given = _gives(world, frame, function.body)
            return Result(calls, lost=given) if given else None
        case _:
            return None


def _gives(world: World, frame: Frame, body: tuple[Stmt, ...]) -> str:
    """What a handler gives back in the end, whichever way it takes; empty where it may throw."""
    whole: set[str] = set()
    for stmt in flatten(body):
        if isinstance(stmt, Raise):
            return ""
        if isinstance(stmt, Return):
            whole.add(dict(gives_of(world, frame, stmt.value)).get("", SOMETHING))
    if not body or not isinstance(body[-1], Return):
        whole.add(NOTHING)
    return whole.pop() if len(whole) == 1 else ""
