"""``switch``: a match whose arms are joined where one falls through to the next."""

from __future__ import annotations

from tree_sitter import Node

from auditor.languages.javascript.decorators import evaluated
from auditor.languages.javascript.dispatch import lower_expression, lower_inner, lower_statement
from auditor.languages.javascript.reading import EXTRAS, Reading, line_of, solid
from auditor.languages.javascript.scopes import block_scope
from auditor.languages.settling import settle, stops
from auditor.model.facts import Attr, Case, Const, Expr, Match, Name, Stmt

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
    with block_scope(reading, [child for arm in arms for child in arm.children]):
        for arm in arms:
            joined.append(arm)
            _lower_arm(reading, arm, patterns, body)
            if arm is arms[-1] or stops(body):
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
    settled = settle(tuple(body))
    if any(arm.type == "switch_default" for arm in arms):
        kept = [p for p in patterns if not isinstance(p, (Const, Name, Attr))]
        settled = (*(evaluated(pattern, line) for pattern in kept), *settled)
        patterns = []
    return Case(tuple(patterns), (), None, settled, line)


HANDLERS = {"switch_statement": lower_switch}
