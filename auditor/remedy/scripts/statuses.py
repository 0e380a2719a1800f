"""Conditions in a ``catch`` on the status of its error that keep the fallback from helping."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator

from auditor.checks.handlers import Handler
from auditor.languages.javascript.places import Part
from auditor.model.remedy import Edit
from auditor.remedy.scripts.script import FUNCTIONS, Script
from auditor.remedy.statuses import STATUSES, WRONG

_SIGNS: dict[str, Callable[[int, int], bool]] = {
    "==": operator.eq,
    "===": operator.eq,
    "!=": operator.ne,
    "!==": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
_LISTED = re.compile(r"\[([\d,\s]+)\]\.includes\((.+)\)", re.DOTALL)


def wider_conditions(script: Script, handler: Handler) -> list[Edit]:
    """The edits that let an outage pass where a ``catch`` asks for the status of its error.

    What passed before still passes. Only conditions that ask about the error alone are changed.
    """
    found = []
    for clause in script.of_kind("catch_clause", line=handler.line):
        error = clause.get("parameter")
        for condition in _conditions(clause) if error is not None else ():
            test = condition.get("condition")
            read = _reading(script, test) if test is not None else ""
            if test is not None and read and error and _is_about(script, test, script.code(error)):
                text = _wider(script, condition, test, read)
                found.append(script.replaced(test, text))
    return found


def _conditions(part: Part) -> Iterator[Part]:
    """Every ``if`` of a block, those of functions inside it apart."""
    if part.kind == "if_statement":
        yield part
    for below in part.parts:
        if below.kind not in FUNCTIONS:
            yield from _conditions(below)


def _wider(script: Script, condition: Part, test: Part, read: str) -> str:
    """The condition that holds for wrong requests alone, or the other way round."""
    gives_up = _gives_up(condition)
    sign, also, more = ("===", "||", "&&") if gives_up else ("!==", "&&", "||")
    plain = f" {also} ".join(f"{read} {sign} {status}" for status in WRONG)
    if all(_holds(script, test, status) is gives_up for status in WRONG):
        return f"({plain})"
    return f"(({plain}) {more} {script.code(test)})"


def _holds(script: Script, test: Part, status: int) -> bool | None:
    """Whether a comparison of a status with numbers holds; None for any other condition."""
    inner = [part for part in test.parts if part.kind not in "()"]
    only = inner[0] if len(inner) == 1 else test
    listed = _LISTED.fullmatch(script.code(only))
    if listed is not None:
        return status in {int(number) for number in listed[1].split(",") if number.strip()}
    sign, right = only.get("operator"), only.get("right")
    if only.kind != "binary_expression" or sign is None or right is None:
        return None
    holds = _SIGNS.get(script.code(sign))
    if holds is None or right.kind != "number" or not script.code(right).isdigit():
        return None
    return holds(status, int(script.code(right)))


def _reading(script: Script, part: Part) -> str:
    """How a condition's status is read; empty if it reads none."""
    name = part.get("property")
    if part.kind == "member_expression" and name is not None and script.code(name) in STATUSES:
        return script.code(part)
    return next(filter(None, (_reading(script, below) for below in part.parts)), "")


def _is_about(script: Script, test: Part, error: str) -> bool:
    """Whether a condition speaks of the error, and of nothing else but types and numbers."""
    names = {script.code(part) for part in test.all() if part.kind == "identifier"}
    return error in names and all(name == error or name[:1].isupper() for name in names)


def _gives_up(condition: Part) -> bool:
    """Whether the error is thrown again where the condition holds."""
    body = condition.get("consequence")
    if body is None:
        return False
    inside = [part for part in body.parts if part.kind not in ("{", "}", "comment")]
    last = inside[-1] if body.kind == "statement_block" and inside else body
    return last.kind == "throw_statement"
