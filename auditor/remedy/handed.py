"""Calls that hand a method to a function which calls it: ``asyncio.to_thread(client.ask, ...)``."""

from __future__ import annotations

import libcst as cst

from auditor.remedy.source import Source, dotted

#: How functions end that call their first argument with all the others.
_CALLERS = ("to_thread", "functools.partial", "partial", "executor.submit", "pool.submit")
#: How functions end that wait for what they are given.
_WAITERS = ("wait_for", "gather", "shield", "create_task", "ensure_future")
#: How functions end that stop what takes too long, whatever it does at that time.
_LIMITS = ("wait_for", "timeout", "timeout_at", "fail_after", "move_on_after", "fail_at")


def handed(node: cst.Call) -> cst.Arg | None:
    """The argument that holds the method, where a call is of that kind."""
    first = node.args[0] if node.args else None
    if first is None or first.keyword or first.star or not isinstance(first.value, cst.Attribute):
        return None
    return first if _ends(node, _CALLERS) else None


def method_of(node: cst.Call) -> cst.BaseExpression:
    """What is called in the end."""
    arg = handed(node)
    return node.func if arg is None else arg.value


def is_awaited(source: Source, node: cst.Call) -> bool:
    """Whether what a call gives is waited for: by ``await``, or by a function that does so."""
    around = source.parent(node)
    if isinstance(around, cst.Arg) and isinstance(call := source.parent(around), cst.Call):
        return _ends(call, _WAITERS)
    return isinstance(around, cst.Await) and handed(node) is None


def is_unread(source: Source, node: cst.Call) -> bool:
    """Whether nothing is done with what a call gives: it is asked to see whether that works."""
    around = source.parent(node)
    around = source.parent(around) if isinstance(around, cst.Await) else around
    return isinstance(around, cst.Expr)


def is_cut_short(source: Source, node: cst.Call) -> bool:
    """Whether an end of the wait stands around a call: it would end a second one too."""
    for around in source.above(node):
        if isinstance(around, cst.FunctionDef):
            return False
        held = [item.item for item in around.items] if isinstance(around, cst.With) else [around]
        if any(isinstance(one, cst.Call) and _ends(one, _LIMITS) for one in held):
            return True
    return False


def _ends(call: cst.Call, names: tuple[str, ...]) -> bool:
    name = f".{dotted(call.func)}"
    return any(name.endswith(f".{one}") for one in names)
