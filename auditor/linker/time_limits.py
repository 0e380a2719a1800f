"""Time limits around whatever is done: ``asyncio.wait_for(ask(), 5)``, ``async with timeout(5)``.

Where a request gives up later than that, the limit ends it first, and with it all that its own
handlers would have asked instead.
"""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.expressions import evaluate, evaluate_arguments, place_of
from auditor.linker.frame import Frame
from auditor.linker.unrun import STARTERS
from auditor.linker.values import Constant, External, Values, argument, one
from auditor.linker.world import World
from auditor.model.behaviour import (
    LIMIT,
    NOTHING,
    Attempt,
    Behaviour,
    Catch,
    Guarded,
    Leave,
    Limit,
    Ordered,
    Request,
    Sequence,
    asks_in,
    attempts_as_shipped,
)
from auditor.model.facts import Attr, Call, Expr
from auditor.model.nodes import last_name
from auditor.model.rewriting import with_requests

_WAIT_FOR = one(External("asyncio.wait_for"))
#: What a limit that has run out raises, under each of its names.
_RAISED = (
    "builtins.TimeoutError", "asyncio.TimeoutError", "asyncio.exceptions.TimeoutError",
    "concurrent.futures.TimeoutError", "builtins.OSError",
)  # fmt: skip
_RAISES = Leave("raise", _RAISED, 0)
#: Context managers that end what runs inside, and what is done then.
_AROUND: dict[str, Behaviour] = {
    "asyncio.timeout": _RAISES,
    "async_timeout.timeout": _RAISES,
    "anyio.fail_after": _RAISES,
    "trio.fail_after": _RAISES,
    "anyio.move_on_after": NOTHING,
    "trio.move_on_after": NOTHING,
}
_NAMES = frozenset(name.rpartition(".")[2] for name in _AROUND)


def call_limited(world: World, frame: Frame, expr: Call) -> Values | None:
    """``wait_for(what, seconds)``, ``submit(what).result(seconds)``; None for every other call."""
    match expr:
        case Call(callee=Attr(base=Call(callee=started), name="result"), args=(_, *_)) if (
            last_name(started) in STARTERS
        ):
            return _wait_for_result(world, frame, expr)
    if last_name(expr.callee) != "wait_for" or evaluate(world, frame, expr.callee) != _WAIT_FOR:
        return None
    with frame.aside() as done:
        args = evaluate_arguments(world, frame, expr.args)
    seconds = _seconds(argument(args, 1, "timeout"))
    frame.out.extend(done if seconds is None else within(frame, done, seconds, expr.line, _RAISES))
    return args[0].values if args else None


def _wait_for_result(world: World, frame: Frame, expr: Call) -> Values:
    with frame.aside() as done:
        callee = evaluate(world, frame, expr.callee)
        args = evaluate_arguments(world, frame, expr.args)
        found = world.call_values(frame, callee, args, place_of(world, frame, expr))
    seconds = _seconds(argument(args, 0, "timeout"))
    frame.out.extend(done if seconds is None else within(frame, done, seconds, expr.line, _RAISES))
    return found


def limit_of(world: World, frame: Frame, expr: Expr) -> tuple[float, Behaviour] | None:
    """The seconds that a context manager gives what runs inside, and what is done then."""
    if not isinstance(expr, Call) or last_name(expr.callee) not in _NAMES:
        return None
    match evaluate(world, frame, expr.callee).items:
        case (External(name),) if name in _AROUND:
            with frame.aside():
                args = evaluate_arguments(world, frame, expr.args)
            seconds = _seconds(argument(args, 0, "delay", "timeout", "seconds"))
            return (seconds, _AROUND[name]) if seconds is not None else None
        case _:
            return None


def _seconds(values: Values | None) -> float | None:
    match values.items if values is not None else ():
        case (Constant(int() | float() as number), *rest) if not isinstance(number, bool):
            known = values is not None and (values.decided or not rest)
            return float(number) if known and number > 0 else None
        case _:
            return None


def within(
    frame: Frame, done: list[Behaviour], seconds: float, line: int, then: Behaviour
) -> list[Behaviour]:
    """The same steps, ended after so many seconds; ``then`` is done where that comes first."""
    if not asks_in(*done):
        return done
    name = f"{LIMIT}{frame.path}:{line}>"
    body = Sequence(tuple(with_requests(done, lambda request: _limited(request, name, seconds))))
    catch = Catch((name,), then, line)
    return [Guarded(body, (catch,), NOTHING, NOTHING, frame.path, line)]


def _limited(node: Request, name: str, seconds: float) -> Request:
    """The request, marked where the limit may end it before it gives up."""
    if isinstance(node.ask, Ordered):
        return node
    if node.limit is not None and node.limit.seconds < seconds:
        return node
    waits = [_wait(a) for a in attempts_as_shipped(node.ask)]
    if waits and all(wait is not None and wait < seconds for wait in waits):
        return node
    sure = bool(waits) and all(wait is not None and wait >= seconds for wait in waits)
    return replace(node, limit=Limit(name, seconds, sure))


def _wait(attempt: Attempt) -> float | None:
    """The seconds until an attempt that hangs gives up; None where they are not known."""
    if attempt.timeout is None:
        return None
    return attempt.timeout * (1 + (attempt.retries or 0))
