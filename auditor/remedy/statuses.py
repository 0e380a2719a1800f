"""Conditions on the status of an error that keep a handler from helping in an outage."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from typing import Any

import libcst as cst

from auditor.model.remedy import Edit
from auditor.remedy.source import Source

#: A request that is wrong in itself is wrong for every vendor; some libraries say 422.
WRONG = (400, 422)
#: What an outage shows: no status at all where nobody answers.
OUTAGE = (None, 500, 502, 503, 529)
#: Attributes that hold a status.
STATUSES = frozenset({"status_code", "status", "http_status", "statusCode"})
_ASKS = frozenset({"isinstance", "getattr", "hasattr"})
_SIGNS: dict[type[cst.BaseCompOp], Callable[[Any, Any], bool]] = {
    cst.Equal: operator.eq,
    cst.NotEqual: operator.ne,
    cst.In: lambda status, those: status in those,
    cst.NotIn: lambda status, those: status not in those,
    cst.LessThan: operator.lt,
    cst.LessThanEqual: operator.le,
    cst.GreaterThan: operator.gt,
    cst.GreaterThanEqual: operator.ge,
}


def wider_conditions(source: Source, node: cst.ExceptHandler) -> list[Edit]:
    """The edits that let an outage pass where a handler asks for the status of its error.

    What passed before still passes. Only conditions that ask about the error alone are changed.
    """
    if node.name is None or not isinstance(node.name.name, cst.Name):
        return []
    error = node.name.name.value
    found = []
    for one in _conditions(node.body):
        read = _reading(one.test, error)
        if read and _is_about(one.test, error):
            text = _wider(source, one.test, read, gives_up=_gives_up(one))
            found += [source.replaced(one.test, text)] if text else []
    return found


def _conditions(node: cst.CSTNode) -> Iterator[cst.If]:
    """Every ``if`` of a block, those of functions inside it apart."""
    if isinstance(node, cst.FunctionDef | cst.Lambda | cst.ClassDef):
        return
    if isinstance(node, cst.If):
        yield node
    for child in node.children:
        yield from _conditions(child)


def _wider(source: Source, test: cst.BaseExpression, read: str, *, gives_up: bool) -> str:
    """The condition that holds for wrong requests alone; empty where an outage passes already.

    The other way round where the fallback stands under it.
    """
    if all(_holds(test, status) is (not gives_up) for status in OUTAGE):
        return ""
    sign, also = ("in", "and") if gives_up else ("not in", "or")
    plain = f"{read} {sign} ({', '.join(map(str, WRONG))})"
    if all(_holds(test, status) is gives_up for status in WRONG):
        return plain
    return f"{plain} {also} ({source.code(test)})"


def _holds(test: cst.BaseExpression, status: int | None) -> bool | None:
    """Whether a comparison of a status with numbers holds; None for any other condition."""
    match test:
        case cst.Comparison(comparisons=[cst.ComparisonTarget(operator=sign, comparator=right)]):
            those = _numbers(right)
            holds = _SIGNS.get(type(sign))
            if those is None or holds is None:
                return None
            several = isinstance(sign, cst.In | cst.NotIn)
            ordered = not isinstance(sign, cst.Equal | cst.NotEqual) and not several
            if (ordered and status is None) or (not several and len(those) != 1):
                return None
            return holds(status, those if several else those[0])
    return None


def _numbers(value: cst.BaseExpression) -> list[int] | None:
    match value:
        case cst.Integer():
            return [value.evaluated_value]
        case cst.Tuple(elements=held) | cst.List(elements=held) | cst.Set(elements=held):
            each = [_numbers(one.value) for one in held]
            return None if None in each else [n for one in each if one for n in one]
    return None


def _is_about(test: cst.BaseExpression, error: str) -> bool:
    """Whether a condition speaks of the error, and of nothing else but types and numbers."""
    names = set(_free(test)) - _ASKS
    return error in names and all(name == error or name[:1].isupper() for name in names)


def _free(node: cst.CSTNode) -> Iterator[str]:
    """The names that an expression reads; of ``a.b`` it is ``a``, of ``acme.Error`` the last."""
    if isinstance(node, cst.Attribute):
        last = node.attr.value
        if last[:1].isupper():
            yield last
        else:
            yield from _free(node.value)
    elif isinstance(node, cst.Name):
        yield node.value
    else:
        for child in node.children:
            yield from _free(child)


def _reading(node: cst.CSTNode, error: str) -> str:
    """How a condition's status is read where there may be none; empty if it reads no status."""
    match node:
        case cst.Attribute(attr=cst.Name(value=name), value=of) if name in STATUSES:
            held = getattr(of, "attr", None)
            whose = f'getattr({error}, "{held.value}", None)' if held is not None else error
            return f'getattr({whose}, "{name}", None)'
        case cst.SimpleString() if node.evaluated_value in STATUSES:
            return f'getattr({error}, "{node.evaluated_value}", None)'
        case _:
            return next(filter(None, (_reading(child, error) for child in node.children)), "")


def _gives_up(condition: cst.If) -> bool:
    """Whether the error is raised again where the condition holds."""
    body = condition.body
    last = body.body[-1] if isinstance(body, cst.IndentedBlock) and body.body else body
    small = (
        last.body if isinstance(last, cst.SimpleStatementLine | cst.SimpleStatementSuite) else ()
    )
    return bool(small) and isinstance(small[-1], cst.Raise)
