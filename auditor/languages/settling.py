"""Blocks of a ``switch``, written without the ``break`` that ends them.

A front end marks such a break as ``Leave("switch")``; no statement of that kind is left afterwards.
"""

from __future__ import annotations

from auditor.model.facts import If, Leave, Raise, Return, Stmt, Try

# So many breaks behind ifs become nested branches; those after them are left out.
_MAX_LEVELS = 20


def stops(body: tuple[Stmt, ...] | list[Stmt]) -> bool:
    """Whether the end of a block is never reached."""
    last = body[-1] if body else None
    if isinstance(last, If):
        return stops(last.body) and stops(last.orelse)
    if isinstance(last, Try):
        arms = (last.body, *(handler.body for handler in last.handlers))
        return stops(last.final) or all(stops(arm) for arm in arms)
    return isinstance(last, (Return, Raise, Leave))


def settle(body: tuple[Stmt, ...], levels: int = _MAX_LEVELS) -> tuple[Stmt, ...]:
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
            settled.append(stmt._replace(body=settle(then, inner), orelse=settle(orelse, inner)))
            if absorbs:
                break
        elif isinstance(stmt, Try):
            handlers = tuple(h._replace(body=settle(h.body, levels)) for h in stmt.handlers)
            orelse, final = settle(stmt.orelse, levels), settle(stmt.final, levels)
            settled.append(Try(settle(stmt.body, levels), handlers, orelse, final, stmt.span))
        elif not (isinstance(stmt, Leave) and stmt.kind == "switch"):
            settled.append(stmt)
    return tuple(settled)


def _breaks(body: tuple[Stmt, ...]) -> bool:
    last = body[-1] if body else None
    return isinstance(last, Leave) and last.kind == "switch"
