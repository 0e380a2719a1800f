"""Parameters that a function counts with while it calls itself: ``ask(text, attempt + 1)``."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.definitions import FunctionInfo
from auditor.linker.world import World
from auditor.model.facts import Binary, Call, Const, Expr, Name
from auditor.model.nodes import last_name, nodes_in


def counters_of(world: World, info: FunctionInfo) -> frozenset[str]:
    """The names of these parameters."""
    found = world.counters.get(info.number)
    if found is None:
        names = {param.name for param in info.node.params}
        found = world.counters[info.number] = frozenset(names.intersection(_counted(info)))
    return found


def _counted(info: FunctionInfo) -> Iterator[str]:
    for node in nodes_in(info.node.body):
        if isinstance(node, Call) and last_name(node.callee) == info.node.name:
            yield from filter(None, (_moved(arg.value) for arg in node.args))


def _moved(expr: Expr) -> str:
    """``attempt`` of ``attempt + 1`` and ``left - 1``."""
    match expr:
        case Binary("+" | "-", Name(id), Const(int()), _):
            return id
        case _:
            return ""
