"""``switch``, as a statement and as a value."""

from __future__ import annotations

from typing import NamedTuple

from auditor.languages.objects.operators import held, run_at_once
from auditor.languages.settling import settle, stops
from auditor.model.facts import (
    Binary,
    Case,
    Const,
    Expr,
    Index,
    Many,
    Match,
    Name,
    Stmt,
    Ternary,
)
from auditor.model.source import Span


class Arm(NamedTuple):
    """One arm of a switch: the constants it is for, () for the default, and what it runs.

    ``guard`` is a further condition.
    """

    patterns: tuple[Expr, ...]
    body: tuple[Stmt, ...]
    line: int
    default: bool = False
    guard: Expr | None = None


def joined(subject: Expr, arms: list[Arm], line: int) -> Match:
    """A switch whose arms fall through to the next one where nothing stops them."""
    whole: list[Arm] = []
    patterns: list[Expr] = []
    body: list[Stmt] = []
    default = False
    guard: Expr | None = None
    for position, arm in enumerate(arms):
        patterns.extend(arm.patterns)
        body.extend(arm.body)
        default = default or arm.default
        guard = guard or arm.guard
        if position == len(arms) - 1 or stops(body):
            whole.append(Arm(tuple(patterns), tuple(body), arm.line, default, guard))
            patterns, body, default, guard = [], [], False, None
    return apart(subject, whole, line)


def apart(subject: Expr, arms: list[Arm], line: int) -> Match:
    """A switch of which one arm is run and no other; the default stands last."""
    cases = [
        Case(() if arm.default else arm.patterns, (), arm.guard, settle(arm.body), arm.line)
        for arm in arms
    ]
    cases.sort(key=lambda case: not case.patterns and case.guard is None)
    return Match(subject, tuple(cases), line)


class Choice(NamedTuple):
    """One arm of a switch that is a value; ``guard`` is a further condition."""

    patterns: tuple[Expr, ...]
    value: Expr
    guard: Expr | None = None


def chosen(subject: Expr, choices: list[Choice], span: Span) -> Expr:
    """A switch as a value: one condition after the other, the default last."""
    first, kept = held(subject, f"<switch {span.line}:{span.column}>")
    line = span.line
    result: Expr = Const(None, line)
    ordered = sorted(choices, key=lambda choice: bool(choice.patterns or choice.guard))
    told = [choice for choice in ordered if choice.patterns or choice.guard]
    for choice in ordered:
        if choice not in told:
            result = choice.value
    if not told and not isinstance(first, Name | Const):
        # Nothing is asked of the subject, and yet it is evaluated.
        return Index(Many("tuple", (first, result), line), Const(1, line), line)
    for position in range(len(told) - 1, -1, -1):
        choice = told[position]
        here = first if position == 0 else kept
        result = Ternary(_test(here, kept, choice, line), choice.value, result, line)
    return result


def _test(first: Expr, kept: Expr, choice: Choice, line: int) -> Expr:
    test: Expr | None = None
    for number, pattern in enumerate(choice.patterns):
        equal = Binary("==", first if number == 0 else kept, pattern, line)
        test = equal if test is None else Binary("or", test, equal, line)
    if test is None:
        return choice.guard or Const(True, line)
    return Binary("and", test, choice.guard, line) if choice.guard is not None else test


def block_value(body: tuple[Stmt, ...], span: Span) -> Expr:
    """An arm that is a block: what it yields or returns is its value."""
    return run_at_once(body, span)
