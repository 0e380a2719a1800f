"""Loops: round by round where it is known how many there are, else until nothing new comes up."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from auditor.linker.branches import merge_names, run_arm
from auditor.linker.conditions import Truth, truth_of
from auditor.linker.exposed import exposed
from auditor.linker.expressions import evaluate
from auditor.linker.frame import Frame
from auditor.linker.iteration import iterate, lists_in, rounds
from auditor.linker.turns import Turn, Written, counter_of
from auditor.linker.values import NONE, UNKNOWN, Constant, Values, join
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour, Branch, Repeat
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Assign, Attr, Binary, Expr, For, If, Name, Stmt, While, With
from auditor.model.nodes import nodes_in

#: Loops over at most this many known items are followed item by item ...
MOST_ROUNDS = 8
#: ... unless they stand in one another and this many rounds would come together.
MOST_NESTED = 64
#: Loops that count or change something for the next round: as many rounds are told apart.
MOST_PEELED = 4
#: The body is run again with what it left behind until nothing changes, but no more often.
MOST_PASSES = 4

Env = dict[str, Values]


class Round(NamedTuple):
    """One round: the names at its end if it gets there, those at each break, and what it does.

    ``over`` where no other round comes as shipped: a setting makes the function return in this one.
    """

    end: Env | None
    breaks: list[Env]
    steps: Steps
    over: bool


def run_for(world: World, frame: Frame, stmt: For) -> None:
    """Item by item where the items are known, else any number of rounds."""
    match stmt.body:
        case (*_, If(orelse=()) as last):
            world.last_in_loops.add(id(last))
    iterable = evaluate(world, frame, stmt.iterable)
    lists = _alternatives(world, frame, iterable)
    if len(lists) > 1:
        _one_of(world, frame, stmt, lists, iterable.decided)
        return
    items = lists[0] if lists else rounds(world, iterable)
    if items is None or not 0 < len(items) <= _affordable(frame, MOST_ROUNDS):
        anyone = iterate(world, iterable)

        def begin() -> Steps:
            world.assign(frame, stmt.target, anyone)
            return Steps(())

        counter = counter_of(stmt)
        if items == ():
            with frame.aside() as out:
                steps = _any_number(world, frame, stmt, begin)
                _repeat(world, frame, stmt, [steps], known=False)
            # As far as can be seen there is nothing in it.
            if out:
                frame.out.append(Branch((Steps(tuple(out)), Steps(())), None, stmt.line))
        elif counter is None:
            steps = _any_number(world, frame, stmt, begin)
            _repeat(world, frame, stmt, [steps], known=False)
        else:
            _to_the_last(world, frame, stmt, begin, *counter)
    else:
        with _counted(frame, stmt.target, len(items)):
            _each(world, frame, stmt, items)


def _alternatives(world: World, frame: Frame, iterable: Values) -> list[tuple[Values, ...]]:
    """The lists that it may be, where these are few and all of them are known."""
    found = [items for items in lists_in(world, iterable) if items]
    most = _affordable(frame, MOST_ROUNDS)
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
    name: str,
    ends: tuple[Written, ...],
) -> None:
    """Any number of rounds, and the last one by itself: the loop asks for it."""
    done: list[Behaviour] = []
    for last in (False, True):
        frame.turns[name] = Turn(last, ends)
        done.append(_any_number(world, frame, stmt, begin))
    del frame.turns[name]
    _repeat(world, frame, stmt, done, known=True)


def _affordable(frame: Frame, most: int) -> int:
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
def _counted(frame: Frame, target: Expr, times: int) -> Iterator[None]:
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


def _each(world: World, frame: Frame, stmt: For, items: tuple[Values, ...]) -> None:
    behaviours: list[Behaviour] = []
    ends: list[Env] = []
    env = frame.env
    names = sorted(_read(world, stmt.body))
    seen: dict[tuple[Values, ...], Round] = {}
    for item in items:
        frame.env = dict(env)
        world.assign(frame, stmt.target, item)
        given = tuple(frame.env.get(name, NONE) for name in names)
        if given not in seen:
            seen[given] = _round(world, frame, stmt, len(items))
        done = seen[given]
        behaviours.append(done.steps)
        ends.extend(done.breaks)
        frame.alternative = frame.alternative or done.over
        # What leaves every round may still be caught by a context manager: the next one is run.
        env = done.end if done.end is not None else merge_names(env, frame.env)
        if done.end is None and not ends and not _may_catch(stmt):
            frame.dead = True
            break
    for end in ends:
        env = merge_names(env, end)
    frame.env = env
    dead, frame.dead = frame.dead, False
    _repeat(world, frame, stmt, behaviours, known=True)
    frame.dead = dead


def _may_catch(stmt: For) -> bool:
    return any(isinstance(node, With) for node in nodes_in(stmt.body))


def _repeat(
    world: World,
    frame: Frame,
    stmt: For | While,
    done: list[Behaviour],
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
    if any(b.items for b in (*done, orelse) if isinstance(b, Steps)):
        frame.out.append(Repeat(tuple(done), known, endless, stmt.line, orelse))


def _round(world: World, frame: Frame, stmt: For | While, of: int) -> Round:
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
    return Round(after, [env for kind, env, _ in left if kind == "break"], steps, over)


def _stepped(
    world: World, frame: Frame, step: tuple[Stmt, ...], body: Steps, env: Env
) -> tuple[Steps, Env]:
    """The body and what is done behind it, and the names for the next round."""
    after = run_arm(world, frame, step, env, False)
    return Steps((*body.items, *after.steps.items)), after.last


def run_while(world: World, frame: Frame, stmt: While) -> None:
    """Round by round while the test is sure to hold, else any number of rounds."""
    env, filled = frame.env, frame.filled
    counter, bound = _bound_of(world, frame, stmt.test)
    with _counted(frame, counter, bound):
        peeled = _peeled(world, frame, stmt, MOST_ROUNDS if bound else MOST_PEELED)
    if not peeled:
        frame.env, frame.filled = env, filled
        truths: list[Truth] = []

        def begin() -> Steps:
            with frame.aside() as tested:
                truths.append(_test(world, frame, stmt.test))
            return Steps(tuple(tested))

        body = _any_number(world, frame, stmt, begin)
        _repeat(world, frame, stmt, [body], known=False, endless=truths[-1] is Truth.TRUE)


def _peeled(world: World, frame: Frame, stmt: While, most: int) -> bool:
    """Whether the rounds could be told apart: each is sure to come, and they end or stay alike."""
    behaviours: list[Behaviour] = []
    ends: list[Env] = []
    names = _read(world, stmt)
    most = _affordable(frame, most)
    endless = False
    while True:
        before = frame.env
        frame.env = dict(before)
        with frame.aside() as tested:
            truth = _test(world, frame, stmt.test)
        if truth is Truth.FALSE:
            behaviours.append(Steps(tuple(tested)))
            break
        if truth is not Truth.TRUE or len(behaviours) == most:
            return False
        done = _round(world, frame, stmt, most)
        behaviours.append(Steps((*tested, *done.steps.items)))
        ends.extend(done.breaks)
        if done.end is None:
            # Nothing goes on: the rest of this context is what the breaks leave.
            frame.env = merge_names(before, frame.env)
            break
        frame.env = done.end
        if not _changed(names, before, done.end):
            endless = True
            break
    for end in ends:
        frame.env = merge_names(frame.env, end)
    _repeat(world, frame, stmt, behaviours, True, endless)
    return True


def _any_number(world: World, frame: Frame, stmt: For | While, begin: Callable[[], Steps]) -> Steps:
    """The body from the names at the head of any round; leaves the frame as the loop leaves it."""
    names, stirs = _read(world, stmt), _stirs(world, stmt)
    head, filled = frame.env, frame.filled
    most = max(_affordable(frame, MOST_PASSES), 2)
    for passed in range(1, most + 1):
        version = world.heap.version
        frame.env, frame.filled = dict(head), dict(filled)
        tested = begin()
        tested_env = frame.env
        done = _round(world, frame, stmt, most)
        after = head if done.end is None else merge_names(head, done.end)
        stirred = stirs and version != world.heap.version
        if passed == most or not (_changed(names, head, after) or stirred):
            break
        head = _widened(names, head, after, passed == most - 1)
    env = merge_names(after, tested_env)
    for end in done.breaks:
        env = merge_names(env, end)
    frame.env = env
    return Steps((*tested.items, *done.steps.items))


def _changed(names: frozenset[str], before: Env, after: Env) -> bool:
    return any(before.get(name, NONE).items != after.get(name, NONE).items for name in names)


def _widened(names: frozenset[str], before: Env, after: Env, last: bool) -> Env:
    """Counters become unknown; so does in the ``last`` pass whatever never comes to rest."""
    wide = dict(after)
    for name in names:
        values = after.get(name, NONE)
        if values.items == before.get(name, NONE).items:
            continue
        numbers = [v for v in values.items if isinstance(v, Constant) and _is_number(v.value)]
        kept = Values(tuple(v for v in values.items if v not in numbers))
        if len(numbers) > 1:
            wide[name] = join(kept, UNKNOWN)
        elif last:
            wide[name] = join(values, UNKNOWN)
    return wide


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _read(world: World, block: tuple[object, ...]) -> frozenset[str]:
    """The names that a block may read before it assigns them."""
    found = world.exposed.get(id(block))
    if found is None:
        found = world.exposed[id(block)] = exposed(block)
    return found


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


def _test(world: World, frame: Frame, test: Expr) -> Truth:
    """The truth of a loop's condition; a name compared with a number is counted."""
    values = evaluate(world, frame, test)
    truth = truth_of(values)
    if truth is not Truth.OPEN or not isinstance(test, Binary) or not isinstance(test.left, Name):
        return truth
    left, right = (_number(evaluate(world, frame, side)) for side in (test.left, test.right))
    if left is None or right is None or test.op not in ORDER:
        return Truth.OPEN
    return Truth.TRUE if ORDER[test.op](left, right) else Truth.FALSE


def _bound_of(world: World, frame: Frame, test: Expr) -> tuple[Expr, int]:
    """What counts the rounds in ``while counter < bound``, and the bound; 0 if unknown."""
    if not isinstance(test, Binary) or test.op != "<":
        return test, 0
    with frame.aside():
        bound = _number(evaluate(world, frame, test.right))
    return test.left, int(bound or 0)


def _number(values: Values) -> float | None:
    match values.items:
        case (Constant(int() | float() as number, ()),) if not isinstance(number, bool):
            return number
        case _:
            return None


ORDER: dict[str, Callable[[float, float], bool]] = {
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    ">": lambda left, right: left > right,
    ">=": lambda left, right: left >= right,
}
