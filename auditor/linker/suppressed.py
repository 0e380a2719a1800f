"""``with``, and the context managers that decide what becomes of errors inside."""

from __future__ import annotations

from auditor.linker.binding import enter
from auditor.linker.expressions import evaluate
from auditor.linker.frame import Frame
from auditor.linker.time_limits import limit_of, within
from auditor.linker.tries import run_try
from auditor.linker.values import External, one
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour
from auditor.model.facts import Attr, Call, Expr, Handler, Many, Name, Star, Try, With
from auditor.model.source import Span

_SUPPRESS = one(External("contextlib.suppress"))


def run_with(world: World, frame: Frame, stmt: With) -> None:
    """Enter the context managers, then run the body, its errors caught where one says so."""
    caught: list[Expr] = []
    limit: tuple[float, Behaviour] | None = None
    for expr, target in stmt.items:
        limit = limit_of(world, frame, expr) or limit
        if isinstance(expr, Call) and _suppresses(world, frame, expr.callee):
            caught += [Star(a.value, stmt.line) if a.stars else a.value for a in expr.args]
        else:
            enter(world, frame, expr, target)
    if limit is not None:
        with frame.aside() as done:
            _run_body(world, frame, stmt, caught)
        frame.out.extend(within(frame, done, limit[0], stmt.line, limit[1]))
    else:
        _run_body(world, frame, stmt, caught)


def _run_body(world: World, frame: Frame, stmt: With, caught: list[Expr]) -> None:
    if not caught:
        world.run_block(frame, stmt.body)
        return
    types = Many("tuple", tuple(caught), stmt.line)
    handler = Handler(types, None, (), Span(stmt.line, 0, stmt.line, 0))
    run_try(world, frame, Try(stmt.body, (handler,), (), (), handler.span))


def _suppresses(world: World, frame: Frame, callee: Expr) -> bool:
    match callee:
        case Name() | Attr(base=Name()):
            return evaluate(world, frame, callee) == _SUPPRESS
        case _:
            return False
