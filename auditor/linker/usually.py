"""Conditions that hold as long as all goes well, though nothing in the code proves it.

A list has the candidates that were added where it was made, and nobody has called the work off: one
failure is asked about at a time. What may be None may have been taken away, and what some other
function adds may never be added, so of these nothing is said.
"""

from __future__ import annotations

from auditor.linker.conditions import Truth, negate
from auditor.linker.expressions import evaluate_aside
from auditor.linker.frame import Frame
from auditor.linker.values import (
    ClassRef,
    Constant,
    Instance,
    Method,
    Routine,
    RuleObject,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    one,
)
from auditor.linker.world import World
from auditor.model.facts import Attr, Binary, Call, Const, Expr, Name, Unary

#: What objects are asked that tell whether somebody has called the work off.
CALLED_OFF = frozenset({"aborted", "cancelled", "canceled", "is_cancelled"})

#: What puts something into a list.
ADDING = frozenset({"append", "appendleft", "extend", "insert", "add", "push", "unshift", "addall"})
#: Of such parts a candidate consists, and no answer.
_KNOWN = (Text, Constant, RuleObject, Routine)


def note_added(world: World, frame: Frame, method: Method) -> None:
    """Write down that a list has something, where it is sure to be added before anybody asks.

    That is in a constructor, at the top of a file, or in the function that made the list, and under
    no condition but that a credential is there.
    """
    added = method.receiver
    if frame.arms or not isinstance(added, Sequence) or method.name.lower() not in ADDING:
        return
    function = frame.function
    if function is not None and function.node.name != world.dialect.constructor:
        given = {param.name for param in function.node.params}
        local = (v.items for name, v in frame.env.items() if name not in given)
        if not any(added in items for items in local):
            return
    world.heap.stocked.add(added.number)


def usually(world: World, frame: Frame, test: Expr) -> Truth:
    """Whether it holds as long as all goes well; open where it is about anything else."""
    match test:
        case Unary("not", inner):
            return negate(usually(world, frame, inner))
        case Binary("is" | "==", inner, Const(None)):
            return negate(_is_there(world, frame, inner))
        case Binary("is not" | "!=", inner, Const(None)):
            return _is_there(world, frame, inner)
        case Binary("==", inner, Const(0)):
            return negate(_has_some(world, frame, inner))
        case Binary("!=" | ">", inner, Const(0)):
            return _has_some(world, frame, inner)
        case Attr(name=name) | Call(callee=Attr(name=name), args=()) if name in CALLED_OFF:
            return Truth.SETTING_FALSE
        case Name() | Attr():
            return _is_there(world, frame, test)
        case _:
            return Truth.OPEN


def _has_some(world: World, frame: Frame, expr: Expr) -> Truth:
    match expr:
        case Attr(base=(Name() | Attr()) as base, name="length"):
            return _is_there(world, frame, base)
        case Call(callee=Name("len"), args=(first,)) if isinstance(first.value, Name | Attr):
            return _is_there(world, frame, first.value)
        case _:
            return Truth.OPEN


def _is_there(world: World, frame: Frame, expr: Expr) -> Truth:
    if not isinstance(expr, Name | Attr):
        return Truth.OPEN
    values, _ = evaluate_aside(world, frame, expr)
    sure = bool(values.items) and all(_asks(world, value) for value in values.items)
    return Truth.SETTING_TRUE if sure else Truth.OPEN


def _asks(world: World, value: Value) -> bool:
    """Whether it is something to ask with, and not what came of asking."""
    match value:
        case RuleObject() | Routine() | ClassRef():
            return True
        case Instance(number):
            names = world.heap.names.get(number, ())
            return any(_holds_client(world.heap.load(value, name)) for name in names)
        case Sequence(number):
            held = list(world.heap.leaves(one(value)))
            stocked = bool(held) and number in world.heap.stocked
            return stocked and all(_is_candidate(world, leaf) for leaf in held)
        case _:
            return False


def _is_candidate(world: World, value: Value) -> bool:
    if not isinstance(value, Table):
        return _asks(world, value)
    entries = world.heap.entries.get(value.number, {}).values()
    return bool(entries) and all(isinstance(v, _KNOWN) for e in entries for v in e.items)


def _holds_client(values: Values | None) -> bool:
    return values is not None and any(isinstance(v, RuleObject) for v in values.items)
