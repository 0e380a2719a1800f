"""Loops with a condition: round by round while it is sure to hold, else any number of rounds."""

from __future__ import annotations

from auditor.linker.beginnings import while_begins
from auditor.linker.branches import merge_names
from auditor.linker.conditions import ORDERS, Truth, truth_of
from auditor.linker.emptied import as_for
from auditor.linker.exposed import names_read
from auditor.linker.expressions import evaluate
from auditor.linker.for_loops import run_for
from auditor.linker.frame import Frame
from auditor.linker.rounds import (
    MOST_ROUNDS,
    Env,
    affordable,
    any_number,
    changed,
    counted,
    one_round,
    write_loop,
)
from auditor.linker.values import Constant, Values
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Binary, Expr, Name, While

#: Loops that count or change something for the next round: as many rounds are told apart.
MOST_PEELED = 4


def run_while(world: World, frame: Frame, stmt: While) -> None:
    """Round by round while the test is sure to hold, else any number of rounds."""
    over_items = as_for(stmt)
    if over_items is not None:
        run_for(world, frame, over_items)
        return
    env, filled = frame.env, frame.filled
    counter, bound = _bound_of(world, frame, stmt.test)
    with counted(frame, counter, bound):
        peeled = _peeled(world, frame, stmt, MOST_ROUNDS if bound else MOST_PEELED)
    if not peeled:
        frame.env, frame.filled = env, filled
        begins = while_begins(world, frame, stmt.test)
        truths: list[Truth] = []

        def begin() -> Steps:
            with frame.aside() as tested:
                truths.append(_test(world, frame, stmt.test))
            return Steps(tuple(tested))

        body = any_number(world, frame, stmt, begin)
        endless = truths[-1] is Truth.TRUE
        write_loop(world, frame, stmt, [body], begins, endless, again=True)


def _peeled(world: World, frame: Frame, stmt: While, most: int) -> bool:
    """Whether the rounds could be told apart: each is sure to come, and they end or stay alike."""
    behaviours: list[Behaviour] = []
    ends: list[Env] = []
    names = names_read(world, stmt)
    most = affordable(frame, most)
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
        done = one_round(world, frame, stmt, most)
        behaviours.append(Steps((*tested, *done.steps.items)))
        ends.extend(done.breaks)
        if done.end is None:
            # Nothing goes on: the rest of this context is what the breaks leave.
            frame.env = merge_names(before, frame.env)
            break
        frame.env = done.end
        if not changed(names, before, done.end):
            endless = True
            break
    for end in ends:
        frame.env = merge_names(frame.env, end)
    write_loop(world, frame, stmt, behaviours, True, endless)
    return True


def _test(world: World, frame: Frame, test: Expr) -> Truth:
    """The truth of a loop's condition; a name compared with a number is counted."""
    values = evaluate(world, frame, test)
    truth = truth_of(values)
    if truth is not Truth.OPEN or not isinstance(test, Binary) or not isinstance(test.left, Name):
        return truth
    left, right = (_number(evaluate(world, frame, side)) for side in (test.left, test.right))
    if left is None or right is None or test.op not in ORDERS:
        return Truth.OPEN
    return Truth.TRUE if ORDERS[test.op](left, right) else Truth.FALSE


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
