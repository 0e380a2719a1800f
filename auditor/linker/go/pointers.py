"""What a function of the tree may have left behind a pointer that it was handed."""

from __future__ import annotations

from auditor.linker.binding import assign
from auditor.linker.definitions import FunctionInfo
from auditor.linker.expressions import evaluate, evaluate_arguments, place_of
from auditor.linker.frame import Frame
from auditor.linker.values import UNKNOWN, Constant, Routine, Text, Values, join
from auditor.linker.world import World
from auditor.model.facts import Assign, Call, Name, Unary
from auditor.model.nodes import nodes_in


def call_with_pointers(world: World, frame: Frame, expr: Call) -> Values | None:
    """``fill(&options.name, value)``: behind it the field may hold another text; None without &."""
    if not any(isinstance(arg.value, Unary) and arg.value.op == "&" for arg in expr.args):
        return None
    callee = evaluate(world, frame, expr.callee)
    args = evaluate_arguments(world, frame, expr.args)
    found = world.call_values(frame, callee, args, place_of(world, frame, expr))
    called = [world.functions[v.number] for v in callee.items if isinstance(v, Routine)]
    for number, arg in enumerate(expr.args):
        if isinstance(arg.value, Unary) and any(_fills(info, number) for info in called):
            before = evaluate(world, frame, arg.value.operand)
            if before.items and all(isinstance(v, Text | Constant) for v in before.items):
                assign(world, frame, arg.value.operand, join(before, UNKNOWN))
    return found


def _fills(info: FunctionInfo, number: int) -> bool:
    """Whether the function assigns to what this parameter of it points to."""
    if number >= len(info.node.params):
        return False
    name = info.node.params[number].name
    targets = (node.targets for node in nodes_in(info.node.body) if isinstance(node, Assign))
    return any(isinstance(t, Name) and t.id == name for found in targets for t in found)
