"""Promises: what is chained to one, and several of which one or all are waited for."""

from __future__ import annotations

from auditor.linker.dropped import without_dropped
from auditor.linker.expressions import evaluate, evaluate_arguments, evaluate_aside, place_of
from auditor.linker.frame import Frame
from auditor.linker.handoffs import callables, throws_of
from auditor.linker.hedges import ask_all, ask_any, ask_each, takes_good
from auditor.linker.values import (
    UNKNOWN,
    Argument,
    Arguments,
    CaughtError,
    External,
    Foreign,
    Routine,
    RuleMember,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.behaviour import NOTHING, Behaviour, Catch, Guarded
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Attr, Await, Call, Expr, Many

CAUGHT = one(CaughtError())
_CHAINS = frozenset({"then", "catch", "finally"})
_ANY = External("globalThis.Promise.any")
_SETTLED = External("globalThis.Promise.allSettled")


def call_promise(world: World, frame: Frame, expr: Call) -> Values | None:
    """A call that is about promises; None for every other one."""
    callee = expr.callee
    if not isinstance(callee, Attr):
        return None
    if callee.name in _CHAINS and expr.args:
        return _chained(world, frame, expr, callee)
    if callee.name in ("any", "allSettled") and expr.args:
        named = evaluate(world, frame, callee)
        if named in (one(_ANY), one(_SETTLED)):
            return _several(world, frame, expr, named.items[0] == _ANY)
    return None


def _chained(world: World, frame: Frame, expr: Call, callee: Attr) -> Values | None:
    values, body = evaluate_aside(world, frame, callee.base)
    if any(isinstance(v, Foreign | RuleMember) for v in values.items) and not body.items:
        # A method of that name on an object of a library's: a schema's, a query's.
        args = evaluate_arguments(world, frame, expr.args)
        if not callables(args):
            method = join(*(world.get_attribute(v, callee.name) for v in values.items))
            return world.call_values(frame, method, args, place_of(world, frame, expr))
    else:
        args = evaluate_arguments(world, frame, expr.args)
    place = place_of(world, frame, expr)
    match callee.name:
        case "then":
            result, steps = _handler(world, frame, args[:1], values, place)
            if len(args) > 1:
                other, rescue = _handler(world, frame, args[1:2], CAUGHT, place)
                _guard(frame, body, without_dropped(world, args[1].values, rescue), place, steps)
                return join(result, other)
            frame.out.extend((*body.items, *steps.items))
            return result
        case "catch":
            result, rescue = _handler(world, frame, args[:1], CAUGHT, place)
            _guard(frame, body, without_dropped(world, args[0].values, rescue), place)
            return join(values, result)
        case _:
            _, steps = _handler(world, frame, args[:1], UNKNOWN, place)
            frame.out.extend((*body.items, *steps.items))
            return values


def _guard(
    frame: Frame, body: Steps, rescue: Steps, place: Place, orelse: Steps | None = None
) -> None:
    if body.items or rescue.items:
        catch = Catch((), rescue, place.line)
        then = orelse if orelse is not None else Steps(())
        frame.out.append(Guarded(body, (catch,), then, NOTHING, frame.path, place.line))


def _handler(
    world: World, frame: Frame, args: Arguments, given: Values, place: Place
) -> tuple[Values, Steps]:
    """Run what is chained, with the value it is given; what it gives back, and what it does."""
    results: list[Values] = []
    with frame.aside() as out:
        for arg in args:
            results.append(world.call_values(frame, arg.values, (Argument(None, given),), place))
            for value in arg.values.items:
                if isinstance(value, Routine) and not out:
                    out.extend(throws_of(world, value))
    return join(*results) if results else UNKNOWN, Steps(tuple(out))


def _is_awaited(expr: Expr) -> bool:
    return isinstance(expr, Await) or (isinstance(expr, Call) and expr.awaited)


def _several(world: World, frame: Frame, expr: Call, first_wins: bool) -> Values:
    """``Promise.any``: the first that is answered counts; ``allSettled``: failures do not throw."""
    listed = expr.args[0].value
    values: list[Values] = []
    parts: list[Behaviour] = []
    if isinstance(listed, Many):
        for item in listed.items:
            value, steps = evaluate_aside(world, frame, item)
            values.append(value)
            if _is_awaited(item):
                # Waited for before there is anything to choose from.
                frame.out.extend(steps.items)
            else:
                parts.append(steps)
    else:
        value, steps = evaluate_aside(world, frame, listed)
        values.append(value)
        parts.extend(steps.items)
    place = place_of(world, frame, expr)
    if first_wins:
        ask_any(frame, parts, place)
        return join(*values)
    ask = ask_all if takes_good(frame) else ask_each
    ask(frame, parts, place)
    return UNKNOWN
