"""Runs statements: binds names, follows branches, and writes down what happens in order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from auditor.linker.answers import PAGE, RESPONSE, direct_answer, drawn, note_reading
from auditor.linker.binding import run_assign
from auditor.linker.branches import run_if, run_match, skip
from auditor.linker.declarations import run_class, run_function, run_import, run_scope
from auditor.linker.exceptions import thrown_types
from auditor.linker.expressions import evaluate
from auditor.linker.flags import note_flag, unfolded
from auditor.linker.for_loops import run_for
from auditor.linker.frame import Asks, Frame
from auditor.linker.given import gives_of
from auditor.linker.races import (
    asks_more,
    parts_of,
    race_in,
    raises_in_handler,
    run_race,
    started_by,
)
from auditor.linker.results import asked
from auditor.linker.suppressed import run_with
from auditor.linker.tries import run_try
from auditor.linker.unrun import hand_over, leave_running
from auditor.linker.values import Constant, Routine, Values, one
from auditor.linker.while_loops import run_while
from auditor.linker.world import World
from auditor.model.behaviour import Branch, Enter, Leave, Request, Result
from auditor.model.facts import (
    Assign,
    Await,
    Binary,
    Call,
    Class,
    Evaluate,
    Expr,
    For,
    Function,
    If,
    Import,
    Match,
    Name,
    Raise,
    Return,
    Scope,
    Stmt,
    Ternary,
    Try,
    While,
    With,
)
from auditor.model.facts import (
    Leave as LeaveStmt,
)
from auditor.model.nodes import last_name

#: Kinds of requests that do nothing but give an answer.
ANSWERS = frozenset({"chat", "completion", "embedding"})
#: Methods that put what they are given into a collection.
KEEPERS = frozenset({"append", "appendleft", "extend", "insert", "add", "push", "unshift", "put"})


def run_block(world: World, frame: Frame, body: tuple[Stmt, ...]) -> None:
    """Run statements until one leaves for good."""
    before: Stmt | None = None
    race = race_in(world, frame, body)
    for number, stmt in enumerate(body):
        left_before = isinstance(before, If) and not before.orelse
        before = stmt
        # Definitions below a return still count: nested helpers, handlers registered late.
        if frame.dead and not isinstance(stmt, Function | Class):
            if left_before:
                # Where the condition holds for every caller, the rest runs in no context.
                skip(world, frame, body[number:], stmt)
            continue
        if left_before:
            world.ran.add(id(stmt))
        world.budget.steps += 1
        try:
            if race is not None and (number in race.starts or number == race.loop):
                _run_raced(world, frame, stmt, race.loop == number)
            else:
                _RUNNERS[type(stmt)](world, frame, stmt)
        except RecursionError:
            # Values that hold themselves, or code made to be endless: the rest still counts.
            world.too_deep.add((frame.path, getattr(stmt, "line", 0)))


def _run_raced(world: World, frame: Frame, stmt: Stmt, last: bool) -> None:
    """A statement that starts one of several requests, or the loop that takes the first answer."""
    if not last:
        with frame.aside() as out:
            _RUNNERS[type(stmt)](world, frame, stmt)
        frame.raced.extend(out)
        return
    started, frame.raced = frame.raced, []
    parts = [*parts_of(started), *started_by(world, frame, stmt)]
    with frame.aside() as out:
        _RUNNERS[type(stmt)](world, frame, stmt)
    if len(parts) < 2 or asks_more(world, frame, stmt, out) or raises_in_handler(out):
        frame.out.extend((*started, *out))
    else:
        run_race(frame, parts, stmt)


def _return(world: World, frame: Frame, stmt: Return) -> None:
    choice = unfolded(world, frame, stmt)
    if choice is not None:
        run_if(world, frame, choice)
        return
    calls: Asks = {}
    values = one(Constant(None))
    before = len(frame.out)
    if stmt.value is not None:
        with asked(frame) as calls:
            values = evaluate(world, frame, stmt.value)
    hand_over(world, frame, before, stmt.value)
    own = direct_answer(world, frame, before, calls)
    note_reading(world, frame, stmt.value, stmt.line, own)
    frame.returns.append((values, frame.alternative, frame.told))
    frame.out.append(_given_back(world, frame, stmt, bool(calls), own))
    frame.dead = True


def _given_back(world: World, frame: Frame, stmt: Return, asks: bool, own: Result | None) -> Leave:
    inner = stmt.value.value if isinstance(stmt.value, Await) else stmt.value
    answer = drawn(world, frame, inner, own)
    whole = answer is not None and answer.unread in (RESPONSE, PAGE)
    lenient = world.dialect.lenient or whole
    if asks and isinstance(inner, Call | Binary | Ternary):
        return Leave("return", (), stmt.line, (), answer, passes=True, lenient=lenient)
    result = frame.filled.get(inner.id) if isinstance(inner, Name) else answer
    gives = () if result is not None else gives_of(world, frame, inner)
    return Leave("return", (), stmt.line, gives, result, lenient=lenient)


def _raise(world: World, frame: Frame, stmt: Raise) -> None:
    ways: tuple[tuple[str, ...], ...] = ((),)
    if stmt.value is not None:
        ways = thrown_types(world, _thrown(world, frame, stmt.value))
    arms = tuple(Leave("raise", names, stmt.line) for names in ways)
    frame.out.append(arms[0] if len(arms) == 1 else Branch(arms, None, stmt.line))
    frame.dead = True


def _thrown(world: World, frame: Frame, thrown: Expr) -> Values:
    """The errors or types that are raised; a function of the tree is run for those it makes."""
    if not isinstance(thrown, Call):
        return evaluate(world, frame, thrown)
    callee = evaluate(world, frame, thrown.callee)
    if any(isinstance(value, Routine) for value in callee.items):
        return evaluate(world, frame, thrown)
    for arg in thrown.args:
        evaluate(world, frame, arg.value)
    return callee


def _leave(world: World, frame: Frame, stmt: LeaveStmt) -> None:
    frame.out.append(Leave(stmt.kind, (), stmt.line))
    if frame.exits:
        frame.exits[-1].append((stmt.kind, frame.env, frame.alternative))
    frame.dead = True


def _assign(world: World, frame: Frame, stmt: Assign) -> None:
    run_assign(world, frame, stmt)
    note_flag(world, frame, stmt)


def _evaluate(world: World, frame: Frame, stmt: Evaluate) -> None:
    before = len(frame.out)
    values = evaluate(world, frame, stmt.value)
    done = frame.out[before:]
    if isinstance(stmt.value, Call) and done and isinstance(done[-1], Leave):
        # The call ends the program.
        frame.dead = True
        return
    leave_running(world, frame, before, stmt.value)
    note_reading(world, frame, stmt.value, stmt.line)
    wanted = frame.wants and frame.handlers and any(v != Constant(None) for v in values.items)
    if wanted and not _is_kept(stmt.value):
        _throw_away(frame, before)
    note_flag(world, frame, stmt)


def _is_kept(expr: Expr) -> bool:
    """``replies.append(ask(text))``: the answer is kept in a collection."""
    return isinstance(expr, Call) and last_name(expr.callee) in KEEPERS


def _throw_away(frame: Frame, before: int) -> None:
    """A handler asks somebody else, and the answer goes nowhere; agents also act by themselves."""
    for number in range(before, len(frame.out)):
        made = frame.out[number]
        if isinstance(made, Enter) or (isinstance(made, Request) and made.kind in ANSWERS):
            frame.out[number] = replace(made, unused=True)


_RUNNERS: dict[type, Callable[[World, Frame, Any], None]] = {
    Assign: _assign,
    Evaluate: _evaluate,
    Return: _return,
    Raise: _raise,
    LeaveStmt: _leave,
    If: run_if,
    For: run_for,
    While: run_while,
    Try: run_try,
    With: run_with,
    Match: run_match,
    Function: run_function,
    Class: run_class,
    Import: run_import,
    Scope: run_scope,
}
