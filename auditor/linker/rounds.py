"""Rounds of loops, whatever kind of loop it is: one round, any number of them, all written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from auditor.linker.branches import merge_names, run_arm
from auditor.linker.conditions import is_number
from auditor.linker.exposed import names_read
from auditor.linker.frame import Frame
from auditor.linker.giving_up import gives_up
from auditor.linker.values import NONE, UNKNOWN, Constant, Values, join
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour, Repeat
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Assign, Attr, Expr, For, Name, Return, Stmt, While
from auditor.model.nodes import nodes_in

#: Loops over at most this many known items are followed item by item ...
MOST_ROUNDS = 8
#: ... unless they stand in one another and this many rounds would come together.
MOST_NESTED = 64
#: The body is run again with what it left behind until nothing changes, but no more often.
MOST_PASSES = 4

Env = dict[str, Values]


class Round(NamedTuple):
    """One round: the names at its end if it gets there, those at each break, and what it does.

    ``over`` where no other round comes as shipped: a setting makes the function return in this one.
    ``stays`` are the names at the break that ends the loop as shipped.
    """

    end: Env | None
    breaks: list[Env]
    steps: Steps
    over: bool
    stays: Env | None = None


def affordable(frame: Frame, most: int) -> int:
    """How many rounds may be told apart inside the loops around, at most ``most``."""
    return min(most, max(MOST_NESTED // frame.rounds, 1))


@contextmanager
def _repeated(frame: Frame, times: int) -> Iterator[None]:
    outer = frame.rounds
    frame.rounds *= times
    try:
        yield
    finally:
        frame.rounds = outer


@contextmanager
def counted(frame: Frame, target: Expr, times: int) -> Iterator[None]:
    """Remember how many rounds this counter goes through, while they are told apart."""
    if not isinstance(target, Name):
        yield
        return
    outer = frame.counting
    frame.counting = {**outer, target.id: times}
    try:
        yield
    finally:
        frame.counting = outer


def write_loop(
    world: World,
    frame: Frame,
    stmt: For | While,
    done: list[Behaviour],
    begins: bool,
    endless: bool = False,
    again: bool = False,
) -> None:
    """Write the loop down, with what runs where no break has ended it."""
    orelse = Steps(())
    if stmt.orelse:
        arm = run_arm(world, frame, stmt.orelse, frame.env, False)
        orelse = arm.steps
        if arm.env is not None:
            frame.env = merge_names(frame.env, arm.env)
    if any(b.items for b in (*done, orelse) if isinstance(b, Steps)):
        leaves = endless and isinstance(stmt, While) and gives_up(stmt)
        frame.out.append(Repeat(tuple(done), begins, endless, stmt.line, orelse, again, leaves))


def one_round(world: World, frame: Frame, stmt: For | While, of: int) -> Round:
    """The body once, from the names of the frame, as one of so many rounds."""
    frame.exits.append([])
    with _repeated(frame, of):
        arm = run_arm(world, frame, stmt.body, frame.env, False)
    left, after = frame.exits.pop(), arm.env
    frame.filled = arm.filled
    going_on = [env for kind, env, _ in left if kind != "break"]
    for env in going_on:
        after = env if after is None else merge_names(after, env)
    steps = arm.steps
    if isinstance(stmt, While) and stmt.step and after is not None:
        steps, after = _stepped(world, frame, stmt.step, steps, after)
    over = arm.alternative and all(alternative for _, _, alternative in left)
    breaks = [env for kind, env, _ in left if kind == "break"]
    usual = [env for kind, env, alternative in left if kind == "break" and not alternative]
    stays = usual[0] if arm.alternative and len(usual) == 1 and not _returns(stmt) else None
    return Round(after, breaks, steps, over, stays)


def _returns(stmt: For | While) -> bool:
    return any(isinstance(node, Return) for node in nodes_in(stmt.body, inner=False))


def _stepped(
    world: World, frame: Frame, step: tuple[Stmt, ...], body: Steps, env: Env
) -> tuple[Steps, Env]:
    """The body and what is done behind it, and the names for the next round."""
    after = run_arm(world, frame, step, env, False)
    return Steps((*body.items, *after.steps.items)), after.last


def any_number(world: World, frame: Frame, stmt: For | While, begin: Callable[[], Steps]) -> Steps:
    """The body from the names at the head of any round; leaves the frame as the loop leaves it."""
    names, stirs = names_read(world, stmt), _stirs(world, stmt)
    head, filled = frame.env, frame.filled
    most = max(affordable(frame, MOST_PASSES), 2)
    for passed in range(1, most + 1):
        version = world.heap.version
        frame.env, frame.filled = dict(head), dict(filled)
        tested = begin()
        tested_env = frame.env
        done = one_round(world, frame, stmt, most)
        after = head if done.end is None else merge_names(head, done.end)
        stirred = stirs and version != world.heap.version
        if passed == most or not (changed(names, head, after) or stirred):
            break
        head = _widened(names, head, after, passed == most - 1)
    env = merge_names(after, tested_env)
    for end in done.breaks:
        env = merge_names(env, end)
    frame.env = env
    return Steps((*tested.items, *done.steps.items))


def changed(names: frozenset[str], before: Env, after: Env) -> bool:
    """Whether one of the names means something else than before."""
    return any(before.get(name, NONE).items != after.get(name, NONE).items for name in names)


def _widened(names: frozenset[str], before: Env, after: Env, last: bool) -> Env:
    """Counters become unknown; so does in the ``last`` pass whatever never comes to rest."""
    wide = dict(after)
    for name in names:
        values = after.get(name, NONE)
        if values.items == before.get(name, NONE).items:
            continue
        numbers = [v for v in values.items if isinstance(v, Constant) and is_number(v.value)]
        kept = Values(tuple(v for v in values.items if v not in numbers))
        if len(numbers) > 1:
            wide[name] = join(kept, UNKNOWN)
        elif last:
            wide[name] = join(values, UNKNOWN)
    return wide


def _stirs(world: World, stmt: For | While) -> bool:
    """Whether the loop itself reads an attribute that it sets."""
    found = world.stirring.get(id(stmt))
    if found is None:
        found = world.stirring[id(stmt)] = _sets_what_it_reads(stmt)
    return found


def _sets_what_it_reads(stmt: For | While) -> bool:
    stored: set[str] = set()
    todo: list[object] = list(stmt.body)
    read: set[str] = set()
    while todo:
        node = todo.pop()
        if isinstance(node, Assign):
            stored.update(t.name for t in node.targets if isinstance(t, Attr))
            todo.append(node.value)
        elif isinstance(node, Attr):
            read.add(node.name)
            todo.append(node.base)
        elif isinstance(node, tuple):
            todo.extend(node)
    return bool(stored & read)
