"""What a name holds once a call has failed: nothing, or something that looks like an answer.

A function that swallows an error gives back None, an apology or a record that says so, and its
caller tests that. Here is noted which calls fill a name, and which arm of a test runs without them.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as Several
from dataclasses import replace
from typing import NamedTuple

from auditor.linker.answers import GIVEN, drawn
from auditor.linker.frame import Asks, Frame
from auditor.linker.given import NOTHING, SOMETHING, kind_of
from auditor.linker.recorder import add_asks
from auditor.linker.rescued import rescued
from auditor.linker.values import NONE, Values
from auditor.linker.world import World
from auditor.model.behaviour import JUDGED, STATUS, Result
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import (
    Assign,
    Assigned,
    Attr,
    Await,
    Binary,
    Call,
    Const,
    Expr,
    Index,
    Many,
    Name,
    Stmt,
    Unary,
)
from auditor.model.nodes import nodes_in

#: Of a test, the arm that runs where the tested value is nothing: 0 the body, 1 the else.
Test = tuple[Result, int]
#: Methods that change nothing about there being something.
PLAIN_METHODS = frozenset(
    {"strip", "lstrip", "rstrip", "lower", "trim", "trimStart", "trimEnd", "toLowerCase"}
)
#: Attributes of an HTTP answer: its status, and whether that is a good one.
STATUSES = frozenset({"status", "status_code", "StatusCode"})
GOOD = frozenset({"ok", "is_success"})
LOWEST_STATUS, LAST_GOOD, FIRST_ERROR = 100, 200, 400
#: Comparisons of a length with a number: whether they hold of something, and not of nothing.
LONGER: dict[str, Callable[[int], bool]] = {
    ">": lambda number: number >= 0, ">=": lambda number: number > 0,
    "!=": lambda number: number == 0, "==": lambda number: number != 0,
    "<": lambda _: False, "<=": lambda _: False,
}  # fmt: skip


class Arm(NamedTuple):
    """One way through: the names after it, None if it never gets to its end, and what it does.

    ``last`` are the names when its last statement has run, whether it goes on or leaves.
    ``alternative`` where a setting makes it leave before its end as shipped.
    """

    env: dict[str, Values] | None
    steps: Steps
    filled: dict[str, Result]
    last: dict[str, Values]
    alternative: bool = False


class Handled(NamedTuple):
    """The names after a handler, what fills them, and those that the handler has bound itself.

    ``goes_on`` where it gets to its end.
    """

    env: dict[str, Values]
    filled: dict[str, Result]
    bound: frozenset[str]
    goes_on: bool = True


def asked(frame: Frame) -> Asking:
    """Collects the calls that are made inside, which count for the frame as well."""
    return Asking(frame)


class Asking:
    """``with asked(frame) as calls``. Entered for every test and assignment: no generator."""

    __slots__ = ("_frame", "_outer")

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._outer = frame.asks

    def __enter__(self) -> Asks:
        self._frame.asks = {}
        return self._frame.asks

    def __exit__(self, *_: object) -> None:
        add_asks(self._outer, self._frame.asks)
        self._frame.asks = self._outer


def note_assigned(
    world: World,
    frame: Frame,
    targets: tuple[Expr, ...],
    calls: frozenset[str],
    answer: Result | None = None,
) -> None:
    """Names that calls fill are remembered, names that anything else fills are forgotten.

    ``answer`` is the one that they are filled with, or with a part of it. To be asked before the
    names are bound: what they held counts where the call fails.
    """
    for target in targets:
        if isinstance(target, Many):
            for position, item in enumerate(target.items):
                given = Result(calls, part=str(position)) if calls else None
                _note_name(world, frame, item, given)
        else:
            given = Result(calls, unread=GIVEN) if calls else None
            _note_name(world, frame, target, answer if answer is not None else given)


def _note_name(world: World, frame: Frame, target: Expr, result: Result | None) -> None:
    if not isinstance(target, Name):
        return
    failed = frame.filled.pop(target.id, None)
    if result is not None:
        held = frame.env.get(target.id)
        # Who answers with an error beside it answers with nothing.
        before = NOTHING if world.dialect.several and result.part else ""
        before = kind_of(world, held) if held is not None else before
        if not before and failed is not None and frame.handlers:
            # What was to fill it has failed, or no handler would run.
            before = failed.before
        frame.filled[target.id] = replace(result, before=before)


def tested(world: World, frame: Frame, expr: Expr, calls: frozenset[str]) -> Test | None:
    """The result that a condition tests; ``calls`` are those that the condition itself makes."""
    match expr:
        case Unary("not", operand):
            return _flipped(tested(world, frame, operand, calls))
        case Binary(op, measured, Const(int() as number), _) if (
            op in LONGER and not isinstance(number, bool) and (of := _measured(measured))
        ):
            test = tested(world, frame, of, frozenset())
            return test if LONGER[op](number) else _flipped(test)
        case Binary(op, Attr(base=Name(id), name=name), Const(int() as number), _) if (
            name in STATUSES and number >= LOWEST_STATUS and id in frame.filled
        ):
            return _status(frame.filled[id], op, number)
        case Binary("is" | "==", operand, Const(None | "" | False), _):
            return _flipped(tested(world, frame, operand, calls))
        case Binary("is not" | "!=", operand, Const(None | "" | False), _):
            return tested(world, frame, operand, calls)
        case Binary("and" | "or" as op, left, right, _):
            first = tested(world, frame, left, calls)
            if first is not None:
                return first
            # Where the right side is sure to decide, it does not matter what the left one says.
            second = tested(world, frame, right, calls)
            return second if second is not None and second[1] == (op == "and") else None
        case Assigned(Name() as target, _, _):
            return tested(world, frame, target, calls)
        case Await(value=value):
            return tested(world, frame, value, calls)
        case _:
            found = drawn(world, frame, expr)
            if found is None or found.part == JUDGED:
                found = _result_of(frame, expr)
            if found is not None and found.part == JUDGED:
                return None
            if found is None:
                found = rescued(world, frame, expr, calls)
            if found is None and calls and isinstance(expr, Call):
                found = Result(calls)
            return (found, 1) if found is not None else None


def _measured(expr: Expr) -> Expr | None:
    """What a length is that of: ``len(x)``, ``x.length``."""
    match expr:
        case Call(callee=Name("len"), args=(first,)):
            return first.value
        case Attr(base=base, name="length"):
            return base
        case _:
            return None


def _status(result: Result, op: str, number: int) -> Test | None:
    """``answer.status_code != 200`` and the like: the arm that an error status leads to."""
    asked_for = replace(result, part=STATUS)
    match op:
        case "==" if number < FIRST_ERROR:
            return asked_for, 1
        case "!=" if number < FIRST_ERROR:
            return asked_for, 0
        case ">=" | ">" if number <= FIRST_ERROR:
            return asked_for, 0
        case "<" | "<=" if LAST_GOOD < number <= FIRST_ERROR:
            return asked_for, 1
        case _:
            return None


def _flipped(test: Test | None) -> Test | None:
    return (test[0], 1 - test[1]) if test is not None else None


def _result_of(frame: Frame, expr: Expr) -> Result | None:
    """The result in a name, or the part of it that is read."""
    match expr:
        case Name(id):
            return frame.filled.get(id)
        case Call(callee=Name("bool" | "len"), args=(first, *_)):
            return _result_of(frame, first.value)
        case Call(callee=Attr(base=base, name=method)) if method in PLAIN_METHODS:
            return _result_of(frame, base)
        case Call(callee=Attr(base=Name() as base, name="get"), args=(first, *_)):
            return _part_of(frame, base, first.value)
        case Index(base=Name() as base, key=key):
            return _part_of(frame, base, key)
        case Attr(base=Name(id), name=name) if name in GOOD and id in frame.filled:
            return replace(frame.filled[id], part=STATUS, word=name)
        case Attr(base=Name() as base, name=name):
            return _part_of(frame, base, Const(name, 0))
        case _:
            return None


def part_given(frame: Frame, expr: Expr) -> Result | None:
    """``answer.error`` of what a function of the repository gave back; None for anything else."""
    return _result_of(frame, expr) if isinstance(expr, Attr | Index) else None


def _part_of(frame: Frame, base: Name, key: Expr) -> Result | None:
    whole = frame.filled.get(base.id)
    if whole is None or whole.part or not isinstance(key, Const) or key.value is None:
        return None
    return replace(whole, part=str(key.value))


def merge_filled(arms: list[dict[str, Result]]) -> dict[str, Result]:
    """What is known of names after several ways through."""
    first, *others = arms or [{}]
    found: dict[str, Result] = {}
    for name, result in first.items():
        each = {result, *(other[name] for other in others if name in other)}
        if (
            all(name in other for other in others)
            and len({replace(r, calls=frozenset()) for r in each}) == 1
        ):
            found[name] = replace(result, calls=frozenset(c for r in each for c in r.calls))
    return found


def after_handlers(
    world: World,
    calls: frozenset[str],
    usual: Arm,
    handled: Several[Handled],
    env: dict[str, Values],
    body: tuple[Stmt, ...],
) -> dict[str, Result]:
    """What is known of names after a try whose ``body`` makes ``calls``.

    ``usual`` is what its end leaves, ``handled`` what each handler leaves that goes on, ``env``
    what the names hold before.
    """
    if usual.env is None:
        left = merge_filled([one.filled for one in handled])
        return {**_only_handled(world, calls, handled, env), **left}
    names = {*usual.filled, *(name for one in handled for name in one.bound)}
    found: dict[str, Result] = {}
    for name in sorted(names):
        each = {_handled_as(world, name, calls, usual, one) for one in handled}
        if not each and name in usual.filled:
            found[name] = usual.filled[name]
        elif len(each) == 1 and (only := each.pop()) is not None:
            stays = bool(only.lost) and not _binds(body, name)
            found[name] = replace(only, stays=True) if stays else only
    return found


def _binds(body: tuple[Stmt, ...], name: str) -> bool:
    """Whether something in a block puts a value into the name."""
    return any(
        isinstance(target, Name) and target.id == name
        for node in nodes_in(body)
        if isinstance(node, Assign | Assigned)
        for target in nodes_in(node.targets if isinstance(node, Assign) else node.target)
    )


def _only_handled(
    world: World, calls: frozenset[str], handled: Several[Handled], env: dict[str, Values]
) -> dict[str, Result]:
    """What handlers put into names where only they go on: ``last_error = error``."""
    found: dict[str, Result] = {}
    bound = frozenset[str].intersection(*(one.bound for one in handled)) if handled else ()
    for name in sorted(bound) if calls else ():
        kinds = {kind_of(world, one.env[name]) for one in handled}
        before = kind_of(world, env[name]) if name in env else NOTHING
        if len(kinds) == 1 and before and (lost := kinds.pop()):
            found[name] = Result(calls, lost=lost, usual=before)
    return found


def _handled_as(
    world: World, name: str, calls: frozenset[str], usual: Arm, handler: Handled
) -> Result | None:
    """What one handler leaves in the name when one of the calls has failed."""
    mine = usual.filled.get(name)
    if name not in handler.bound:
        return mine
    refilled = handler.filled.get(name)
    if refilled is not None:
        return replace(refilled, calls=refilled.calls | (mine.calls if mine else calls))
    lost = kind_of(world, handler.env[name]) or SOMETHING
    held = (usual.env or {}).get(name, NONE)
    before = SOMETHING if mine is not None else kind_of(world, held)
    return Result(calls, lost=lost, usual=before) if calls and before else None
