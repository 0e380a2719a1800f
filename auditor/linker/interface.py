"""Functions that nothing in the tree calls: whom they are for, and what hangs on them."""

from __future__ import annotations

from auditor.linker.definitions import FunctionInfo
from auditor.linker.entries import Entry
from auditor.linker.world import World
from auditor.model.facts import Binary, Call, Const, Expr, Name, Raise, Return, Try, Unary, Yield
from auditor.model.nodes import nodes_in

#: What compares an answer with nothing, or its length or status with a number.
_COMPARED = frozenset({"==", "!=", "<", ">", "<=", ">=", "is", "is not"})


def is_public(world: World, entry: Entry) -> bool:
    """Functions that start with an underscore, nested ones and tests are nobody's interface."""
    names = entry.function.split(".")
    if any(name.startswith("<") for name in names):
        return False
    dunder = all(n.startswith("__") and n.endswith("__") for n in names if n.startswith("_"))
    return dunder and (world.with_tests or not world.modules[entry.path].in_tests)


def tries_out(world: World, entry: Entry, function: int | None) -> bool:
    """Whether nobody calls it that we see, and it says no more than whether somebody answers."""
    if entry.kind != "library" or function is None:
        return False
    return _is_probe(world.functions[function])


def _is_probe(info: FunctionInfo) -> bool:
    """Whether it is given nothing to ask about, and says whether there was an answer at all."""
    given = info.node.params[1:] if info.cls is not None else info.node.params
    inside = list(nodes_in(info.node.body, inner=False))
    returns = [node for node in inside if isinstance(node, Return)]
    caught = any(isinstance(node, Try) and node.handlers for node in inside)
    if given or not caught or any(isinstance(node, Raise | Yield) for node in inside):
        return False
    return bool(returns) and all(
        node.value is not None and _is_yes_or_no(node.value) for node in returns
    )


def _is_yes_or_no(value: Expr) -> bool:
    match value:
        case Const(value=found):
            return isinstance(found, bool)
        case Unary(op="not") | Call(callee=Name(id="bool")):
            return True
        case Binary(op="and" | "or", left=left, right=right):
            return _is_yes_or_no(left) and _is_yes_or_no(right)
        case Binary(op=op, right=Const(value=found)):
            return op in _COMPARED and not isinstance(found, str)
        case _:
            return False
