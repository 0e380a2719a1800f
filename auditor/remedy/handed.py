"""Calls that hand a method to a function which calls it: ``asyncio.to_thread(client.ask, ...)``."""

from __future__ import annotations

import libcst as cst

from auditor.remedy.source import dotted

#: How functions end that call their first argument with all the others.
_CALLERS = ("to_thread", "functools.partial", "partial", "executor.submit", "pool.submit")


def handed(node: cst.Call) -> cst.Arg | None:
    """The argument that holds the method, where a call is of that kind."""
    first = node.args[0] if node.args else None
    if first is None or first.keyword or first.star or not isinstance(first.value, cst.Attribute):
        return None
    name = f".{dotted(node.func)}"
    return first if any(name.endswith(f".{one}") for one in _CALLERS) else None


def method_of(node: cst.Call) -> cst.BaseExpression:
    """What is called in the end."""
    arg = handed(node)
    return node.func if arg is None else arg.value
