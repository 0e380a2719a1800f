"""Handlers that ask somebody and give nothing back: whoever waits for the answer gets none."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.definitions import FunctionInfo
from auditor.linker.values import Routine, Values
from auditor.linker.world import World
from auditor.model.behaviour import Enter, Leave, asks_in
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Call, Evaluate, Function
from auditor.model.nodes import nodes_in


def without_dropped(world: World, handlers: Values, rescue: Steps) -> Steps:
    """``.catch(() => { ask(text); })``: the handler gives nothing back, so the answer is lost."""
    kept = (isinstance(v, Routine) and _drops(world.functions[v.number]) for v in handlers.items)
    if not handlers.items or not all(kept):
        return rescue
    return Steps(
        tuple(
            replace(step, unused=True) if isinstance(step, Enter) and _gives(step) else step
            for step in rescue.items
        )
    )


def _drops(info: FunctionInfo) -> bool:
    """Whether a handler only calls one function after the other, and gives nothing back."""
    return all(
        isinstance(stmt, Evaluate)
        and isinstance(stmt.value, Call)
        and not any(isinstance(n, Call | Function) for a in stmt.value.args for n in nodes_in(a))
        for stmt in info.node.body
    )


def _gives(step: Enter) -> bool:
    """Whether all that is asked in there is asked by functions that give their answers back."""
    items = step.body.items if isinstance(step.body, Steps) else ()
    asking = [inner for inner in items if asks_in(inner)]
    return bool(asking) and all(
        isinstance(inner, Enter)
        and isinstance(inner.body, Steps)
        and any(isinstance(s, Leave) and (s.passes or s.result) for s in inner.body.items)
        for inner in asking
    )
