"""What a function gives back together belongs together: whoever takes it is run case by case.

After ``url, key, own = pick(user)`` a test of ``own`` is never met by the address that comes with
the other answer. The caller is run once for each way in which its tests of such values may turn
out, and one of these runs is what happens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from auditor.linker.conditions import truth_of
from auditor.linker.expressions import evaluate_aside
from auditor.linker.frame import Chosen, Frame
from auditor.linker.recorder import add_asks
from auditor.linker.shipped import either
from auditor.linker.urls import host_of
from auditor.linker.values import (
    ClassRef,
    Constant,
    External,
    Instance,
    Routine,
    RuleObject,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    one,
)
from auditor.linker.world import World
from auditor.model.behaviour import Branch
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import (
    Assign,
    Attr,
    Await,
    Binary,
    Call,
    Const,
    Expr,
    If,
    Index,
    Many,
    Name,
    Stmt,
    Ternary,
    Unary,
    While,
)
from auditor.model.nodes import nodes_in

#: Of more cases than this none is told apart.
MOST_CASES = 4
#: More alternatives than this are not looked at one by one.
MOST_ROWS = 12
#: What holds several values together.
HOLDERS = (Sequence, Table, Instance)
#: Values that are asked, or run.
RUN = (RuleObject, Routine, ClassRef, External)


def in_case(world: World, frame: Frame, stmt: Assign, values: Values) -> Values:
    """Of what a call gave that asks nobody, what belongs to the case that is run."""
    chosen = frame.case
    if chosen is not None and chosen.at is not stmt:
        return values
    cases = _cases(world, frame, stmt, values)
    if chosen is None and len(cases) > 1:
        chosen = frame.case = Chosen(stmt, 0, len(cases), values.decided)
    if chosen is None or chosen.number >= len(cases):
        return values
    return cases[chosen.number]


def _cases(world: World, frame: Frame, stmt: Assign, values: Values) -> list[Values]:
    """The rows of several values, put together where the tests behind them say the same."""
    if (
        not 1 < len(values.items) <= MOST_ROWS
        or not isinstance(stmt.value, Call | Await)
        or frame.function is None
        or frame.exits
        or frame.handlers
    ):
        return []
    rows = [v for v in values.items if v != Constant(None)]
    if len(rows) < 2 or not all(isinstance(row, HOLDERS) for row in rows):
        return []
    tests = list(_tests_of(frame.function.node.body, stmt.targets[0]))
    found = [(v, _told(world, frame, stmt, v, tests)) for v in values.items] if tests else []
    decisive = [n for n in range(len(tests)) if {0, 1} <= {told[n] for _, told in found}]
    groups: dict[tuple[int | None, ...], list[Value]] = {}
    for row, told in found:
        groups.setdefault(tuple(told[n] for n in decisive), []).append(row)
    if not 1 < len(groups) <= MOST_CASES or len(_parties(world, groups.values())) < 2:
        return []
    first = values.items[0]
    return [
        Values(tuple(group), values.decided and first in group and len(group) > 1)
        for group in groups.values()
    ]


def _tests_of(body: object, target: Expr) -> Iterator[Expr]:
    """The conditions below that ask for nothing but what is bound here."""
    bound = {item.id for item in _items(target) if isinstance(item, Name)}
    seen: set[Expr] = set()
    for node in nodes_in(body) if bound else ():
        asked = _leaves(node.test) if isinstance(node, If | While | Ternary) else ()
        for leaf in asked:
            names = {n.id for n in nodes_in(leaf) if isinstance(n, Name)}
            if names and names <= bound and _is_plain(leaf) and leaf not in seen:
                seen.add(leaf)
                yield leaf


def _items(target: Expr) -> tuple[Expr, ...]:
    return target.items if isinstance(target, Many) else (target,)


def _leaves(test: Expr) -> Iterator[Expr]:
    """What is asked for in the parts of a condition."""
    match test:
        case Unary("not", operand):
            yield from _leaves(operand)
        case Binary("and" | "or", left, right):
            yield from _leaves(left)
            yield from _leaves(right)
        case _:
            yield test


def _is_plain(test: Expr) -> bool:
    """Whether nothing is run to find out."""
    return all(isinstance(n, Name | Attr | Index | Const | Binary) for n in nodes_in(test))


def _told(
    world: World, frame: Frame, stmt: Assign, row: Value, tests: list[Expr]
) -> tuple[int | None, ...]:
    """How each of the tests turns out where this row is what was given."""
    before = frame.env
    frame.env = dict(before)
    try:
        world.assign(frame, stmt.targets[0], one(row))
        return tuple(truth_of(evaluate_aside(world, frame, test)[0]).arm() for test in tests)
    finally:
        frame.env = before


def _parties(world: World, groups: Iterable[list[Value]]) -> set[frozenset[object]]:
    """Whom the rows of each group speak of: their clients, functions, addresses and models."""
    return {frozenset(p for row in group for p in _party(world, row)) for group in groups}


def _party(world: World, row: Value) -> Iterator[object]:
    heap = world.heap
    match row:
        case Instance(number):
            held = [heap.attributes[number, name] for name in heap.names.get(number, ())]
        case Sequence() | Table():
            held = [heap.anything_in(row)]
        case _:
            held = []
    for value in (v for values in held for v in values.items):
        if isinstance(value, RUN) or (isinstance(value, Text) and _speaks(world, value.text)):
            yield value


def _speaks(world: World, text: str) -> bool:
    host = host_of(text) if "://" in text else ""
    return bool(host and world.matcher.platform_of_host(host)) or bool(world.matcher.maker(text))


def run_cases(world: World, start: Callable[[], Frame], body: tuple[Stmt, ...]) -> Frame:
    """Run a function's body once, or once for each case; the first frame says what came of all."""
    first = start()
    world.run_block(first, body)
    chosen = first.case
    if chosen is None:
        return first
    others: list[Frame] = []
    for number in range(1, chosen.count):
        other = start()
        other.case = replace(chosen, number=number)
        world.run_block(other, body)
        others.append(other)
    _merge(first, others, chosen)
    return first


def _merge(frame: Frame, others: list[Frame], chosen: Chosen) -> None:
    arms = [Steps(tuple(one_of.out)) for one_of in (frame, *others)]
    frame.out = []
    if chosen.decided and any(arm.items for arm in arms):
        frame.out.append(Branch(tuple(arms), 0, chosen.at.line))
    else:
        either(frame, arms, chosen.at.line)
    for other in others:
        add_asks(frame.asks, other.asks)
        for name, keys in other.feeds.items():
            frame.feeds.setdefault(name, set()).update(keys)
        frame.returns += [
            (values, chosen.decided or alternative, told)
            for values, alternative, told in other.returns
        ]
        frame.yields += other.yields
        frame.unread = frame.unread or other.unread
