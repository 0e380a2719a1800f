"""Branches and handlers: every way through is run, the shipped one is noted."""

from __future__ import annotations

from contextlib import nullcontext

from auditor.linker.answers import note_reading
from auditor.linker.built import as_shipped
from auditor.linker.captures import captured
from auditor.linker.caught import test_of
from auditor.linker.conditions import (
    Truth,
    are_credentials,
    compare,
    settings_of,
    truth_of,
)
from auditor.linker.expressions import evaluate
from auditor.linker.flags import flag_test
from auditor.linker.frame import Frame
from auditor.linker.judged import judged, passes_over, takes_only
from auditor.linker.modes import note_mode
from auditor.linker.results import (
    Arm,
    Test,
    asked,
    merge_filled,
    tested,
)
from auditor.linker.shipped import asked_anyway, nameable, shipped
from auditor.linker.usually import usually
from auditor.linker.values import (
    UNKNOWN,
    Text,
    Values,
    is_unknown,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.behaviour import Branch, Leave, asks_in
from auditor.model.behaviour import Sequence as Steps
from auditor.model.error_test import ErrorTest, Inverse, Undecided
from auditor.model.facts import (
    Binary,
    Case,
    Const,
    Expr,
    If,
    Many,
    Match,
    Name,
    Stmt,
)
from auditor.model.flag_test import AnyFlagTest

NO_CALLS: frozenset[str] = frozenset()


def run_arm(
    world: World,
    frame: Frame,
    body: tuple[Stmt, ...],
    env: dict[str, Values],
    alternative: bool,
    sure: bool = False,
) -> Arm:
    """Run one arm from a copy of ``env``; ``sure`` where every deployment takes it."""
    world.ran.add(id(body))
    before, outer_alternative, filled = frame.env, frame.alternative, frame.filled
    frame.env, frame.filled = dict(env), dict(filled)
    frame.alternative = outer_alternative or alternative
    frame.arms += not sure
    with frame.aside() as out:
        world.run_block(frame, body)
    frame.arms -= not sure
    left = frame.alternative and not (outer_alternative or alternative)
    end = None if frame.dead else frame.env
    arm = Arm(end, Steps(tuple(out)), frame.filled, frame.env, left)
    if frame.dead:
        # Functions that were defined in this arm may run when it is long over.
        new = {name: values for name, values in frame.env.items() if name not in before}
        frame.left = merge_names(frame.left, new)
    frame.env, frame.alternative, frame.dead = before, outer_alternative, False
    frame.filled = filled
    return arm


def merge_names(first: dict[str, Values], second: dict[str, Values]) -> dict[str, Values]:
    """The names after two ways through: each may be what either says."""
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


def continue_with(frame: Frame, arms: list[dict[str, Values] | None]) -> None:
    """Go on with the names of those arms that get to their ends, if any does."""
    alive = [env for env in arms if env is not None]
    if not alive:
        frame.dead = True
        return
    env = alive[0]
    for other in alive[1:]:
        env = merge_names(env, other)
    frame.env = env


def run_if(world: World, frame: Frame, stmt: If) -> None:
    """Both arms, or the one that a known condition picks."""
    with asked(frame) as calls:
        test = evaluate(world, frame, stmt.test)
    note_reading(world, frame, stmt.test, stmt.line)
    truth = truth_of(test)
    if truth.by_setting() and not settings_of(test) and tested(world, frame, stmt.test, NO_CALLS):
        # What stands where an answer lacks a part is no setting.
        truth = Truth.OPEN
    if truth is Truth.TRUE:
        skip(world, frame, stmt.orelse)
        _run_taken(world, frame, stmt.body)
        return
    if truth is Truth.FALSE:
        skip(world, frame, stmt.body)
        _run_taken(world, frame, stmt.orelse)
        return
    env = frame.env
    result = tested(world, frame, stmt.test, frozenset(calls)) if truth is Truth.OPEN else None
    error = test_of(test) if truth is Truth.OPEN else None
    flags = flag_test(world, frame, stmt.test)
    if result is None and error is None and truth is Truth.OPEN and frame.filled:
        result = judged(frame, stmt)
    assumed = truth is Truth.OPEN and result is None and error is None
    truth = usually(world, frame, stmt.test) if assumed else truth
    narrowed = _narrow(world, frame, stmt.test, env)
    told = frame.told
    holds = _learnt(frame, error)
    keyed = truth is Truth.SETTING_TRUE and are_credentials(settings_of(test))
    needs = nameable(settings_of(test))
    with as_shipped(frame, needs) if truth is Truth.SETTING_TRUE and not keyed else nullcontext():
        then = run_arm(world, frame, stmt.body, narrowed, truth is Truth.SETTING_FALSE, keyed)
    frame.told = told
    fails = _learnt(frame, Inverse(error) if error is not None else None)
    with as_shipped(frame, needs) if truth is Truth.SETTING_FALSE else nullcontext():
        orelse = run_arm(world, frame, stmt.orelse, env, truth is Truth.SETTING_TRUE)
    note_mode(world, frame, stmt, then.steps, orelse.steps)
    steps, leaves = (then.steps, orelse.steps), (then.env is None, orelse.env is None)
    arm, settings = shipped(test, truth.arm(), steps, leaves)
    if assumed:
        arm = asked_anyway(arm, steps, leaves)
    truth = truth if arm is not None else Truth.OPEN
    nobody_knows = truth is Truth.OPEN and result is None and error is None
    if nobody_knows and asks_in(then.steps) and takes_only(world, frame, stmt):
        _branch(frame, [orelse, then], None, stmt.line, settings, rests=True)
    else:
        rests = nobody_knows and passes_over(frame, stmt) and not asks_in(then.steps)
        _branch(frame, [then, orelse], arm, stmt.line, settings, result, error, rests, flags)
    _settle(frame, then.env, orelse.env, truth)
    frame.told = fails if then.env is None else holds if orelse.env is None else told
    going_on = [a.filled for a in (then, orelse) if a.env is not None]
    if result is not None and len(going_on) > 1:
        # The answers that come are good ones: what is done with those is what fills the names.
        good, other = (then, orelse) if result[1] else (orelse, then)
        kept = {n: r for n, r in good.filled.items() if good.env and n not in other.filled}
        frame.filled = {**merge_filled(going_on), **kept}
        return
    frame.filled = merge_filled(going_on)


def _learnt(frame: Frame, test: ErrorTest | None) -> tuple[ErrorTest, ...]:
    """What is known of the error in an arm, from here on."""
    if frame.judges:
        frame.told = (*frame.told, test if test is not None else Undecided())
    return frame.told


def _run_taken(world: World, frame: Frame, body: tuple[Stmt, ...]) -> None:
    if body:
        world.ran.add(id(body))
        world.run_block(frame, body)


def skip(world: World, frame: Frame, body: tuple[Stmt, ...], first: Stmt | None = None) -> None:
    """Remember a block that cannot run in this context: it may run in none, yet hold a call.

    ``first`` where it is what is left of a block, and is known by its first statement.
    """
    key = id(body if first is None else first)
    if body and key not in world.skipped:
        world.skipped[key] = (frame, frame.env, body)


def run_skipped(world: World) -> None:
    """Run the blocks that no context entered, for the calls in them; nothing reaches these."""
    while todo := [key for key in world.skipped if key not in world.ran]:
        for key in todo:
            world.ran.add(key)
            frame, env, body = world.skipped[key]
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
        continue_with(frame, arms)
        return
    if arms[taken] is None:
        frame.alternative = True
        continue_with(frame, arms)
        return
    continue_with(frame, arms)
    shipped, other = arms[taken], arms[1 - taken]
    if shipped is not None and other is not None:
        frame.env = as_shipped_first(shipped, frame.env, other)


def as_shipped_first(
    shipped: dict[str, Values], merged: dict[str, Values], other: dict[str, Values] | None = None
) -> dict[str, Values]:
    """The merged names, of each first what it is as shipped; ``other`` is what it is else."""
    others = merged if other is None else other
    return {
        name: _by_setting(shipped.get(name), others.get(name), values)
        for name, values in merged.items()
    }


def _by_setting(shipped: Values | None, other: Values | None, merged: Values) -> Values:
    if shipped is None or other is None or shipped == other or len(shipped.items) != 1:
        return merged
    rest = tuple(v for v in merged.items if v != shipped.items[0])
    return Values((shipped.items[0], *rest), bool(rest))


def _branch(
    frame: Frame,
    arms: list[Arm],
    taken: int | None,
    line: int,
    settings: tuple[str, ...] = (),
    test: Test | None = None,
    error: ErrorTest | None = None,
    rests: bool = False,
    flags: AnyFlagTest | None = None,
) -> None:
    result, empty = test if test is not None else (None, 1)
    told = result is not None or flags is not None
    if any(_matters(frame, arm.steps, told) for arm in arms):
        steps = tuple(arm.steps for arm in arms)
        frame.out.append(Branch(steps, taken, line, settings, result, empty, error, rests, flags))


def _matters(frame: Frame, steps: Steps, told: bool) -> bool:
    """Leaving early changes what follows a failure only in handlers, loops and tests of results."""
    if frame.handlers or frame.exits or frame.judges or told:
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
            skip(world, frame, case.body)
            continue
        bound = {**env, **captured(world, subject, case)}
        if len(case.patterns) == 1 and isinstance(stmt.subject, Name) and is_unknown(subject):
            bound[stmt.subject.id] = evaluate(world, frame, case.patterns[0])
        arms.append(run_arm(world, frame, case.body, bound, truth is Truth.SETTING_FALSE))
        if truth is Truth.SETTING_TRUE and taken is None:
            taken = len(arms) - 1
        if truth is Truth.TRUE:
            break
    else:
        if not any(not c.patterns and c.guard is None for c in stmt.cases):
            arms.append(Arm(env, Steps(()), frame.filled, env))
    steps, leaves = [arm.steps for arm in arms], [arm.env is None for arm in arms]
    taken, _ = shipped(subject, taken, steps, leaves)
    _branch(frame, arms, taken, stmt.line)
    continue_with(frame, [arm.env for arm in arms] or [env])
    frame.filled = merge_filled([arm.filled for arm in arms if arm.env is not None])


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
