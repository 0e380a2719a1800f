"""``switch``: a match whose arms are joined where one falls through to the next."""

from __future__ import annotations

from collections.abc import Sequence

from tree_sitter import Node

from auditor.languages.javascript.dispatch import lower_expression, lower_inner, lower_statement
from auditor.languages.javascript.reading import Reading, line_of, solid
from auditor.model.facts import (
    Case,
    Expr,
    Handler,
    If,
    Leave,
    Match,
    Raise,
    Return,
    Stmt,
    Try,
)

_Block = tuple[Stmt, ...]


def lower_switch(reading: Reading, node: Node, out: list[Stmt]) -> None:
    """``switch (subject) { case ...: default: }``; the default is tried last."""
    words = solid(node)
    subject = lower_inner(reading, words[1])
    outer, reading.in_switch = reading.in_switch, True
    cases: list[Case] = []
    default: Case | None = None
    patterns: list[Expr] = []
    body: list[Stmt] = []
    takes_all = False
    line = 0
    arms = [child for child in words[2].children if child.type in ("switch_case", "switch_default")]
    for arm in arms:
        line = line or line_of(reading, arm)
        before = len(body)
        takes_all = takes_all or arm.type == "switch_default"
        _arm(reading, arm, patterns, body)
        if len(body) == before or not _stops(body):
            if arm is not arms[-1]:
                continue
        case = Case(() if takes_all else tuple(patterns), (), None, _settle(body), line)
        default, cases = (case, cases) if takes_all else (default, [*cases, case])
        if takes_all:
            _keep_patterns(patterns, case)
        patterns, body, takes_all, line = [], [], False, 0
    reading.in_switch = outer
    out.append(Match(subject, (*cases, *((default,) if default else ())), line_of(reading, node)))
