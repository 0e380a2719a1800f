"""Loops: round by round where the items are known, else once for any number of rounds."""

from __future__ import annotations

from auditor.linker.blocks import flatten
from auditor.linker.branches import collected, merge_names, run_arm
from auditor.linker.conditions import Truth, truth_of
from auditor.linker.expressions import evaluate
from auditor.linker.iteration import iterate, rounds
from auditor.linker.values import UNKNOWN, Constant, Values, join
from auditor.linker.world import Frame, World
from auditor.model.behaviour import Behaviour, Repeat
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Assign, For, Name, Stmt, While

#: Loops over at most this many known items are followed item by item.
MOST_ROUNDS = 8


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
        env = merge_names(env, after)
    frame.env = env
    _repeat(world, frame, stmt, behaviours, known=True)


def _round(world: World, frame: Frame, body: tuple[Stmt, ...]) -> tuple[dict[str, Values], Steps]:
    """One round of a loop: the names after it, however it was left."""
    frame.exits.append([])
    before = frame.env
    arm = run_arm(world, frame, body, before, False)
    env = arm.env if arm.env is not None else before
    for left in frame.exits.pop():
        env = merge_names(env, left)
    frame.filled = arm.filled
    return env, arm.steps


def _loop(world: World, frame: Frame, stmt: For, items: Values) -> None:
    env = _any_round(frame.env, stmt.body)
    frame.env = dict(env)
    world.assign(frame, stmt.target, items)
    after, steps = _round(world, frame, stmt.body)
    frame.env = merge_names(env, after)
    _repeat(world, frame, stmt, [steps], known=False)


def _repeat(
    world: World,
    frame: Frame,
    stmt: For | While,
    rounds_: list[Behaviour],
    known: bool,
    endless: bool = False,
) -> None:
    """Write the loop down, with what runs where no break has ended it."""
    orelse = Steps(())
    if stmt.orelse:
        arm = run_arm(world, frame, stmt.orelse, frame.env, False)
        orelse = arm.steps
        if arm.env is not None:
            frame.env = merge_names(frame.env, arm.env)
    if any(b.items for b in (*rounds_, orelse) if isinstance(b, Steps)):
        frame.out.append(Repeat(tuple(rounds_), known, endless, stmt.line, orelse))


def run_while(world: World, frame: Frame, stmt: While) -> None:
    """The body once, for any number of rounds."""
    frame.env = _any_round(frame.env, stmt.body)
    with collected(frame) as before:
        truth = truth_of(evaluate(world, frame, stmt.test))
    if truth is Truth.FALSE:
        frame.out.extend(before)
        return
    env = frame.env
    after, steps = _round(world, frame, stmt.body)
    frame.env = merge_names(env, after)
    body = Steps((*before, *steps.items))
    _repeat(world, frame, stmt, [body], known=False, endless=truth is Truth.TRUE)


def _any_round(env: dict[str, Values], body: tuple[Stmt, ...]) -> dict[str, Values]:
    """The names as any round of a loop may find them: counters and flags change."""
    changed: dict[str, Values] = {}
    for stmt in flatten(body):
        for target in stmt.targets if isinstance(stmt, Assign) else ():
            held = env.get(target.id) if isinstance(target, Name) else None
            if held is not None and isinstance(target, Name) and _plain(held):
                changed[target.id] = join(held, UNKNOWN)
    return {**env, **changed} if changed else env


def _plain(values: Values) -> bool:
    return bool(values.items) and all(isinstance(v, Constant) for v in values.items)
