"""Branches, loops and handlers: every way through is run, the shipped one is noted."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from auditor.linker.conditions import Truth, compare, settings_of, truth_of
from auditor.linker.expressions import evaluate
from auditor.linker.iteration import iterate, rounds
from auditor.linker.values import (
    UNKNOWN,
    ClassRef,
    External,
    Sequence,
    Text,
    Values,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import Frame, World
from auditor.model.behaviour import Behaviour, Branch, Catch, Guarded, Leave, Repeat
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import (
    Binary,
    Case,
    Const,
    Expr,
    For,
    If,
    Many,
    Match,
    Name,
    Stmt,
    Try,
    While,
)

#: Loops over at most this many known items are followed item by item.
MOST_ROUNDS = 8


@contextmanager
def _collected(frame: Frame) -> Iterator[list[Behaviour]]:
    outer, frame.out = frame.out, []
    try:
        yield frame.out
    finally:
        frame.out = outer


def _arm(
    world: World, frame: Frame, body: tuple[Stmt, ...], env: dict[str, Values], alternative: bool
) -> tuple[dict[str, Values] | None, Steps]:
    """Run one arm from a copy of ``env``; None for the environment if it never gets to its end."""
    world.ran.add(id(body))
    before, outer_alternative = frame.env, frame.alternative
    frame.env = dict(env)
    frame.alternative = outer_alternative or alternative
    with _collected(frame) as out:
        world.run_block(frame, body)
    after = None if frame.dead else frame.env
    frame.env, frame.alternative, frame.dead = before, outer_alternative, False
    return after, Steps(tuple(out))


def _merge(first: dict[str, Values], second: dict[str, Values]) -> dict[str, Values]:
    if first is second:
        return first
    merged = dict(first)
    for name, values in second.items():
        mine = merged.get(name)
        if mine is None:
            merged[name] = values
        elif mine is not values:
            merged[name] = join(mine, values)
    return merged


def _continue_with(frame: Frame, arms: list[dict[str, Values] | None]) -> None:
    alive = [env for env in arms if env is not None]
    if not alive:
        frame.dead = True
        return
    env = alive[0]
    for other in alive[1:]:
        env = _merge(env, other)
    frame.env = env


def run_if(world: World, frame: Frame, stmt: If) -> None:
    """Both arms, or the one that a known condition picks."""
    test = evaluate(world, frame, stmt.test)
    truth = truth_of(test)
    if truth is Truth.TRUE:
        _skip(world, frame, stmt.orelse)
        _run_taken(world, frame, stmt.body)
        return
    if truth is Truth.FALSE:
        _skip(world, frame, stmt.body)
        _run_taken(world, frame, stmt.orelse)
        return
    env = frame.env
    narrowed = _narrow(world, frame, stmt.test, env)
    then = _arm(world, frame, stmt.body, narrowed, truth is Truth.SETTING_FALSE)
    orelse = _arm(world, frame, stmt.orelse, env, truth is Truth.SETTING_TRUE)
    _branch(frame, [then, orelse], truth.arm(), stmt.line, settings_of(test))
    _settle(frame, then[0], orelse[0], truth)


def _run_taken(world: World, frame: Frame, body: tuple[Stmt, ...]) -> None:
    if body:
        world.ran.add(id(body))
        world.run_block(frame, body)


def _skip(world: World, frame: Frame, body: tuple[Stmt, ...]) -> None:
    """Remember a block that cannot run in this context: it may run in none, yet hold a call."""
    if body and id(body) not in world.skipped:
        world.skipped[id(body)] = (frame, frame.env, body)


def run_skipped(world: World) -> None:
    """Run the blocks that no context entered, for the calls in them; nothing reaches these."""
    for key, (frame, env, body) in list(world.skipped.items()):
        if key in world.ran:
            continue
        place = world.new_frame(
            frame.path, dict(env), function=frame.function, cls=frame.cls,
            parent=frame.parent, receiver=frame.receiver,
        )  # fmt: skip
        world.run_block(place, body)


def _settle(
    frame: Frame, then: dict[str, Values] | None, orelse: dict[str, Values] | None, truth: Truth
) -> None:
    """Go on after a branch; where the shipped arm has left, the rest needs a setting."""
    taken = truth.arm()
    arms = [then, orelse]
    if taken is None:
        _continue_with(frame, arms)
        return
    if arms[taken] is None:
        frame.alternative = True
        _continue_with(frame, arms)
        return
    _continue_with(frame, arms)
    shipped, other = arms[taken], arms[1 - taken]
    if shipped is not None and other is not None:
        frame.env = {
            name: _by_setting(shipped.get(name), other.get(name), values)
            for name, values in frame.env.items()
        }


def _by_setting(shipped: Values | None, other: Values | None, merged: Values) -> Values:
    if shipped is None or other is None or shipped == other or len(shipped.items) != 1:
        return merged
    rest = tuple(v for v in merged.items if v != shipped.items[0])
    return Values((shipped.items[0], *rest), bool(rest))


def _branch(
    frame: Frame,
    arms: list[tuple[dict[str, Values] | None, Steps]],
    taken: int | None,
    line: int,
    settings: tuple[str, ...] = (),
) -> None:
    if any(_matters(frame, steps) for _, steps in arms):
        frame.out.append(Branch(tuple(steps for _, steps in arms), taken, line, settings))


def _matters(frame: Frame, steps: Steps) -> bool:
    """Leaving early changes what follows a failure only in handlers and loops."""
    if frame.handlers or frame.exits:
        return bool(steps.items)
    return any(not isinstance(item, Leave) for item in steps.items)


def _narrow(world: World, frame: Frame, test: Expr, env: dict[str, Values]) -> dict[str, Values]:
    """Inside ``if name == "x"`` an unknown name is ``x``."""
    match test:
        case Binary("==", Name(id), Const(str() as text), _) if is_unknown(env.get(id, UNKNOWN)):
            return {**env, id: one(Text(text))}
        case Binary("in", Name(id), Many(_, items, _), _) if is_unknown(env.get(id, UNKNOWN)):
            found = [evaluate(world, frame, item) for item in items]
            return {**env, id: join(*found)}
        case Binary("and", left, right, _):
            return _narrow(world, frame, right, _narrow(world, frame, left, env))
        case _:
            return env


def run_match(world: World, frame: Frame, stmt: Match) -> None:
    """Every arm that may match."""
    subject = evaluate(world, frame, stmt.subject)
    env, arms, taken = frame.env, [], None
    for case in stmt.cases:
        truth = _case_truth(world, frame, subject, case)
        if truth is Truth.FALSE:
            _skip(world, frame, case.body)
            continue
        bound = {**env, **dict.fromkeys(case.binds, subject)}
        if len(case.patterns) == 1 and isinstance(stmt.subject, Name) and is_unknown(subject):
            bound[stmt.subject.id] = evaluate(world, frame, case.patterns[0])
        arms.append(_arm(world, frame, case.body, bound, truth is Truth.SETTING_FALSE))
        if truth is Truth.SETTING_TRUE and taken is None:
            taken = len(arms) - 1
        if truth is Truth.TRUE:
            break
    else:
        if not any(not c.patterns and c.guard is None for c in stmt.cases):
            arms.append((env, Steps(())))
    _branch(frame, arms, taken, stmt.line)
    _continue_with(frame, [after for after, _ in arms] or [env])


def _case_truth(world: World, frame: Frame, subject: Values, case: Case) -> Truth:
    if case.guard is not None:
        return Truth.OPEN
    if not case.patterns:
        return Truth.TRUE
    truths = []
    for pattern in case.patterns:
        wanted = evaluate(world, frame, pattern)
        truths.append(truth_of(compare(world, "==", subject, wanted)))
    for truth in (Truth.TRUE, Truth.SETTING_TRUE, Truth.OPEN, Truth.SETTING_FALSE):
        if truth in truths:
            return truth
    return Truth.FALSE


def run_for(world: World, frame: Frame, stmt: For) -> None:
    """Item by item where the items are known, else once for any number of rounds."""
    iterable = evaluate(world, frame, stmt.iterable)
    items = rounds(world, iterable)
    if items is None or not 0 < len(items) <= MOST_ROUNDS:
        _loop(world, frame, stmt, iterate(world, iterable))
        return
    behaviours: list[Behaviour] = []
    env = frame.env
    for item in items:
        frame.env = dict(env)
        world.assign(frame, stmt.target, item)
        after, steps = _round(world, frame, stmt.body)
        behaviours.append(steps)
        env = _merge(env, after)
    frame.env = env
    if any(b.items for b in behaviours if isinstance(b, Steps)):
        frame.out.append(Repeat(tuple(behaviours), True, False, stmt.line))
    world.run_block(frame, stmt.orelse)


def _round(world: World, frame: Frame, body: tuple[Stmt, ...]) -> tuple[dict[str, Values], Steps]:
    """One round of a loop: the names after it, however it was left."""
    frame.exits.append([])
    before = frame.env
    after, steps = _arm(world, frame, body, before, False)
    env = after if after is not None else before
    for left in frame.exits.pop():
        env = _merge(env, left)
    return env, steps


def _loop(world: World, frame: Frame, stmt: For, items: Values) -> None:
    env = frame.env
    frame.env = dict(env)
    world.assign(frame, stmt.target, items)
    after, steps = _round(world, frame, stmt.body)
    frame.env = _merge(env, after)
    if steps.items:
        frame.out.append(Repeat((steps,), False, False, stmt.line))
    world.run_block(frame, stmt.orelse)


def run_while(world: World, frame: Frame, stmt: While) -> None:
    """The body once, for any number of rounds."""
    with _collected(frame) as tested:
        truth = truth_of(evaluate(world, frame, stmt.test))
    if truth is Truth.FALSE:
        frame.out.extend(tested)
        return
    env = frame.env
    after, steps = _round(world, frame, stmt.body)
    frame.env = _merge(env, after)
    body = Steps((*tested, *steps.items))
    if body.items:
        frame.out.append(Repeat((body,), False, truth is Truth.TRUE, stmt.line))
    world.run_block(frame, stmt.orelse)


def run_try(world: World, frame: Frame, stmt: Try) -> None:
    """The body, then every handler as if it were entered from anywhere in it."""
    env = frame.env
    body_env, body = _arm(world, frame, stmt.body, env, False)
    else_env, orelse = body_env, Steps(())
    if stmt.orelse and body_env is not None:
        else_env, orelse = _arm(world, frame, stmt.orelse, body_env, False)
    # A handler may be entered after any statement of the body.
    reached = _merge(env, body_env) if body_env is not None else env
    ends = [else_env]
    catches: list[Catch] = []
    for handler in stmt.handlers:
        bound = {**reached, handler.name: UNKNOWN} if handler.name else reached
        types = exception_names(world, frame, handler.types)
        frame.handlers += 1
        after, steps = _arm(world, frame, handler.body, bound, False)
        frame.handlers -= 1
        catches.append(Catch(types, steps, handler.span.line))
        ends.append(after)
    _continue_with(frame, ends)
    dead = frame.dead
    frame.dead = False
    with _collected(frame) as final:
        world.run_block(frame, stmt.final)
    frame.dead = frame.dead or dead
    parts = (body, orelse, Steps(tuple(final)), *(c.body for c in catches))
    if any(isinstance(p, Steps) and p.items for p in parts):
        frame.out.append(
            Guarded(body, tuple(catches), orelse, Steps(tuple(final)), frame.path, stmt.span.line)
        )


def exception_names(world: World, frame: Frame, types: Expr | None) -> tuple[str, ...]:
    """The qualified names that a handler catches; () when it catches everything."""
    if types is None:
        return ()
    found: list[str] = []
    for value in evaluate(world, frame, types).items:
        found.extend(_exception_name(world, value))
    return tuple(dict.fromkeys(found)) or ("?",)


def _exception_name(world: World, value: object) -> Iterator[str]:
    match value:
        case External(name):
            yield name
        case ClassRef(number):
            yield f"{world.classes[number].path}:{world.classes[number].qualname}"
        case Sequence(number):
            for values in world.heap.items.get(number, ()):
                for item in values.items:
                    yield from _exception_name(world, item)
        case _:
            yield "?"
