"""Loops that empty a list from its front: ``while waiting: ask = waiting.pop(0)``.

They go through its items one by one, and are read as loops over them.
"""

from __future__ import annotations

from auditor.model.facts import Assign, Attr, Binary, Call, Const, Expr, For, Name, Stmt, While
from auditor.model.nodes import nodes_in


def as_for(stmt: While) -> For | None:
    """The loop over the items; None where it is no such loop, or does more with the list."""
    match stmt.body:
        case (Assign(targets=(target,), value=Call() as taken, op=""), *rest) if not stmt.step:
            emptied = _emptied(taken)
        case _:
            return None
    if emptied is None or _asked_for(stmt.test) != emptied.id or _is_used(tuple(rest), emptied):
        return None
    return For(target, emptied, tuple(rest), stmt.orelse, stmt.line)


def _emptied(taken: Call) -> Name | None:
    match taken.callee, taken.args:
        case Attr(base=Name() as name, name="popleft" | "shift"), ():
            return name
        case Attr(base=Name() as name, name="pop"), (first,) if (
            isinstance(first.value, Const) and first.value.value == 0
        ):
            return name
        case _:
            return None


def _asked_for(test: Expr) -> str:
    """The list of which the condition asks whether something is left in it."""
    match test:
        case Name(id):
            return id
        case Attr(base=Name(id), name="length"):
            return id
        case Call(callee=Name("len"), args=(only,)):
            return _asked_for(only.value)
        case Binary(">" | "!=", left, Const(0)):
            return _asked_for(left) if not isinstance(left, Name) else ""
        case _:
            return ""


def _is_used(body: tuple[Stmt, ...], name: Name) -> bool:
    return any(isinstance(node, Name) and node.id == name.id for node in nodes_in(body))
