"""Whether a loop is sure to begin: a stand-in inside a loop without a round is never asked.

A number that ships with a value (a constant, a setting, the default of a parameter) counts as that
value, whatever callers and operators may put in its place.
"""

from __future__ import annotations

from auditor.linker.conditions import is_number, truth_of
from auditor.linker.expressions import evaluate
from auditor.linker.frame import Frame
from auditor.linker.iteration import rounds
from auditor.linker.parameters import default_of
from auditor.linker.turns import COMPARED
from auditor.linker.values import NONE, Constant, Values, one
from auditor.linker.world import World
from auditor.model.facts import Binary, Call, Const, Expr, Name


def for_begins(world: World, frame: Frame, written: Expr, iterable: Values) -> bool:
    """Whether going through ``iterable`` is sure to give a first item."""
    match written:
        case Call(callee=Name("range"), args=(stop,)):
            return _holds(world, frame, Const(0, written.line), "<", stop.value)
        case Call(callee=Name("range"), args=(start, stop)):
            return _holds(world, frame, start.value, "<", stop.value)
        case _:
            lists = [rounds(world, one(value)) for value in iterable.items]
            return bool(lists) and all(lists)


def while_begins(world: World, frame: Frame, test: Expr) -> bool:
    """Whether the condition holds where the loop begins; a setting counts as it is shipped."""
    match test:
        case Binary("and", left, right):
            return while_begins(world, frame, left) and while_begins(world, frame, right)
        case Binary("or", left, right):
            return while_begins(world, frame, left) or while_begins(world, frame, right)
        case Binary("<" | "<=" | ">" | ">=" | "!=" as op, left, right) if _holds(
            world, frame, left, op, right
        ):
            return True
        case Name() if _shipped(world, frame, test):
            return True
    with frame.aside():
        return truth_of(evaluate(world, frame, test)).arm() == 0


def _holds(world: World, frame: Frame, left: Expr, op: str, right: Expr) -> bool:
    least, most = _shipped(world, frame, left), _shipped(world, frame, right)
    return least is not None and most is not None and COMPARED[op](least, most)


def _shipped(world: World, frame: Frame, expr: Expr) -> float | None:
    """The number that is known here, or else the default of the parameter of this name."""
    if isinstance(expr, Binary) and expr.op in ("+", "-"):
        left, right = _shipped(world, frame, expr.left), _shipped(world, frame, expr.right)
        if left is None or right is None:
            return None
        return left + right if expr.op == "+" else left - right
    with frame.aside():
        number = _smallest(evaluate(world, frame, expr))
    if number is None and isinstance(expr, Name):
        return _smallest(_default(world, frame, expr.id))
    return number


def _smallest(values: Values) -> float | None:
    found = (v.value for v in values.items if isinstance(v, Constant))
    return min(filter(is_number, found), default=None)


def _default(world: World, frame: Frame, name: str) -> Values:
    """The default of the parameter, where nothing else was put under its name."""
    for scope in frame.scopes():
        if scope.function is not None:
            for param in scope.function.node.params:
                if param.name == name:
                    closure = world.closure_of(scope.function)
                    return default_of(world, scope.function, closure, param) or NONE
    return NONE
