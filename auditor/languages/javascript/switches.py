"""``switch``: a match whose arms are joined where one falls through to the next."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.decorators import evaluated
from auditor.languages.javascript.dispatch import lower_expression, lower_inner, lower_statement
from auditor.languages.javascript.reading import EXTRAS, Reading, line_of, solid
from auditor.model.facts import (
    Attr,
    Case,
    Const,
    Expr,
    If,
    Leave,
    Match,
    Name,
    Raise,
    Return,
    Stmt,
    Try,
)

# So many breaks behind ifs become nested branches; those after them are left out.
_MAX_LEVELS = 20
_ARMS = frozenset({"switch_case", "switch_default"})


def lower_switch(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``switch (subject) { case ...: default: }``; the default is tried last."""
    words = solid(node)
    subject = lower_inner(reading, words[1])
    outer, reading.in_switch = reading.in_switch, True
    arms = [child for child in words[2].children if child.type in _ARMS]
    cases: list[Case] = []
    joined: list[Node] = []
    body: list[Stmt] = []
    patterns: list[Expr] = []
    for arm in arms:
        joined.append(arm)
        _lower_arm(reading, arm, patterns, body)
        if arm is arms[-1] or _stops(body):
            cases.append(_join(reading, joined, patterns, body))
            joined, body, patterns = [], [], []
    reading.in_switch = outer
    cases.sort(key=lambda case: not case.patterns)
    out.append(Match(subject, tuple(cases), line_of(reading, node)))


def _lower_arm(reading: Reading, arm: Node, patterns: list[Expr], body: list[Stmt]) -> None:
    """One arm: its value goes to ``patterns``, its statements to ``body``."""
    value = arm.child_by_field_name("value")
    if value is not None:
        patterns.append(lower_expression(reading, value))
    for child in arm.children:
        if child.is_named and child != value and child.type not in EXTRAS:
            lower_statement(reading, child, body)


def _join(reading: Reading, arms: list[Node], patterns: list[Expr], body: list[Stmt]) -> Case:
    """The arms up to one that does not fall through; a default among them takes everything."""
    line = line_of(reading, arms[0])
    settled = _settle(tuple(body))
    if any(arm.type == "switch_default" for arm in arms):
        kept = [p for p in patterns if not isinstance(p, (Const, Name, Attr))]
        settled = (*(evaluated(pattern, line) for pattern in kept), *settled)
        patterns = []
    return Case(tuple(patterns), (), None, settled, line)


def _stops(body: list[Stmt] | tuple[Stmt, ...]) -> bool:
    """Whether the end of a block is never reached."""
    last = body[-1] if body else None
    if isinstance(last, If):
        return _stops(last.body) and _stops(last.orelse)
    if isinstance(last, Try):
        arms = (last.body, *(handler.body for handler in last.handlers))
        return _stops(last.final) or all(_stops(arm) for arm in arms)
    return isinstance(last, (Return, Raise, Leave))


def _settle(body: tuple[Stmt, ...], levels: int = _MAX_LEVELS) -> tuple[Stmt, ...]:
    """Write a block without the breaks that leave the switch.

    What follows ``if (x) { ...; break }`` becomes the other branch of that ``if``. What stands
    behind a break is not run, but stays for the sake of its calls.
    """
    settled: list[Stmt] = []
    for position, stmt in enumerate(body):
        if isinstance(stmt, If):
            then, orelse, rest = stmt.body, stmt.orelse, body[position + 1 :]
            absorbs = bool(rest) and levels > 0 and (_breaks(then) or _breaks(orelse))
            if absorbs and _breaks(then):
                orelse = (*orelse, *rest)
            elif absorbs:
                then = (*then, *rest)
            inner = levels - absorbs
            settled.append(stmt._replace(body=_settle(then, inner), orelse=_settle(orelse, inner)))
            if absorbs:
                break
        elif isinstance(stmt, Try):
            handlers = tuple(h._replace(body=_settle(h.body, levels)) for h in stmt.handlers)
            parts = _settle(stmt.body, levels), handlers, (), _settle(stmt.final, levels)
            settled.append(Try(*parts, stmt.span))
        elif not (isinstance(stmt, Leave) and stmt.kind == "switch"):
            settled.append(stmt)
    return tuple(settled)


def _breaks(body: tuple[Stmt, ...]) -> bool:
    last = body[-1] if body else None
    return isinstance(last, Leave) and last.kind == "switch"


HANDLERS = {"switch_statement": lower_switch}
