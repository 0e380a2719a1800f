"""Loops over something: item by item where the items are known, else any number of rounds."""

from __future__ import annotations

from collections.abc import Callable

from auditor.linker.beginnings import for_begins
from auditor.linker.branches import as_shipped_first, merge_names
from auditor.linker.exposed import names_read
from auditor.linker.expressions import evaluate
from auditor.linker.frame import Frame
from auditor.linker.fresh import lasting_names
from auditor.linker.iteration import iterate, lists_in, rounds
from auditor.linker.rounds import (
    MOST_ROUNDS,
    Env,
    Round,
    affordable,
    any_number,
    counted,
    one_round,
    write_loop,
)
from auditor.linker.streamed import unstarted
from auditor.linker.turns import Turn, Written, counter_of
from auditor.linker.values import NONE, Values
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour, Branch
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Call, For, If, Try, With
from auditor.model.nodes import last_name, nodes_in

#: Of a table in which one entry is looked for, this many are told apart.
MOST_ENTRIES = 40
#: Methods of texts by which an entry is found.
OF_TEXTS = frozenset({"startswith", "endswith", "lower", "upper", "strip", "casefold"})


def run_for(world: World, frame: Frame, stmt: For) -> None:
    """Item by item where the items are known, else any number of rounds."""
    match stmt.body:
        case (*_, If(orelse=()) as last):
            world.last_in_loops.add(id(last))
    iterable = evaluate(world, frame, stmt.iterable)
    with unstarted(frame):
        _run(world, frame, stmt, iterable)


def _run(world: World, frame: Frame, stmt: For, iterable: Values) -> None:
    lists = _alternatives(world, frame, iterable)
    if len(lists) > 1:
        _one_of(world, frame, stmt, lists, iterable.decided)
        return
    items = lists[0] if lists else rounds(world, iterable)
    if items is None or not 0 < len(items) <= _most_rounds(frame, stmt):
        anyone = iterate(world, iterable)

        def begin() -> Steps:
            world.assign(frame, stmt.target, anyone)
            return Steps(())

        counter = counter_of(stmt)
        begins = for_begins(world, frame, stmt.iterable, iterable)
        if items == ():
            with frame.aside() as out:
                steps = any_number(world, frame, stmt, begin)
                write_loop(world, frame, stmt, [steps], begins, again=True)
            # As far as can be seen there is nothing in it.
            if out:
                frame.out.append(Branch((Steps(tuple(out)), Steps(())), None, stmt.line))
        elif counter is None:
            steps = any_number(world, frame, stmt, begin)
            write_loop(world, frame, stmt, [steps], begins, again=True)
        else:
            _to_the_last(world, frame, stmt, begin, begins, *counter)
    else:
        with counted(frame, stmt.target, len(items)):
            _each(world, frame, stmt, items)


def _most_rounds(frame: Frame, stmt: For) -> int:
    return MOST_ENTRIES if _looks_up(stmt) else affordable(frame, MOST_ROUNDS)


def _looks_up(stmt: For) -> bool:
    """Whether the loop only looks for an entry: it runs nothing but methods of texts."""
    calls = (node for node in nodes_in(stmt.body) if isinstance(node, Call | For | Try | With))
    return all(isinstance(c, Call) and last_name(c.callee) in OF_TEXTS for c in calls)


def _alternatives(world: World, frame: Frame, iterable: Values) -> list[tuple[Values, ...]]:
    """The lists that it may be, where these are few and all of them are known."""
    found = [items for items in lists_in(world, iterable) if items]
    most = affordable(frame, MOST_ROUNDS)
    return found if all(len(items) <= most for items in found) else []


def _one_of(
    world: World, frame: Frame, stmt: For, lists: list[tuple[Values, ...]], decided: bool
) -> None:
    """One list or another is gone through; the first as shipped where that is ``decided``."""
    env, filled = frame.env, frame.filled
    arms: list[Steps] = []
    ends: list[Env] = []
    for items in lists:
        frame.env, frame.filled = dict(env), dict(filled)
        with frame.aside() as out:
            _each(world, frame, stmt, items)
        arms.append(Steps(tuple(out)))
        ends.append(frame.env)
    if any(arm.items for arm in arms):
        frame.out.append(Branch(tuple(arms), 0 if decided else None, stmt.line))
    for end in ends:
        env = merge_names(env, end)
    frame.env, frame.filled = env, filled


def _to_the_last(
    world: World,
    frame: Frame,
    stmt: For,
    begin: Callable[[], Steps],
    begins: bool,
    name: str,
    ends: tuple[Written, ...],
) -> None:
    """Any number of rounds, and the last one by itself: the loop asks for it."""
    done: list[Behaviour] = []
    for last in (False, True):
        frame.turns[name] = Turn(last, ends)
        done.append(any_number(world, frame, stmt, begin))
    del frame.turns[name]
    write_loop(world, frame, stmt, done, begins)


def _each(world: World, frame: Frame, stmt: For, items: tuple[Values, ...]) -> None:
    behaviours: list[Behaviour] = []
    ends: list[Env] = []
    env = frame.env
    names = sorted(names_read(world, stmt.body))
    seen: dict[tuple[Values, ...], Round] = {}
    outer, frame.lasting = frame.lasting, lasting_names(world, frame, env)
    shipped: Env | None = None
    for item in items:
        frame.env = dict(env)
        world.assign(frame, stmt.target, item)
        given = tuple(frame.env.get(name, NONE) for name in names)
        if given not in seen:
            seen[given] = one_round(world, frame, stmt, len(items))
        done = seen[given]
        behaviours.append(done.steps)
        ends.extend(done.breaks)
        shipped = shipped or done.stays
        frame.alternative = frame.alternative or done.over
        # What leaves every round may still be caught by a context manager: the next one is run.
        env = done.end if done.end is not None else merge_names(env, frame.env)
        if done.end is None and not _may_catch(stmt):
            frame.dead = not ends
            env = ends[0] if ends else env
            break
    frame.lasting = outer
    for end in ends:
        env = merge_names(env, end)
    frame.env = env if shipped is None else as_shipped_first(shipped, env)
    dead, frame.dead = frame.dead, False
    write_loop(world, frame, stmt, behaviours, True)
    frame.dead = dead


def _may_catch(stmt: For) -> bool:
    return any(isinstance(node, With) for node in nodes_in(stmt.body))
