"""Functions that end the program: nothing behind them is run, and no handler sees them."""

from __future__ import annotations

from auditor.linker.blocks import flatten
from auditor.linker.frame import Frame
from auditor.linker.values import NONE, Arguments, Constant, Values
from auditor.linker.world import Place, World
from auditor.model.behaviour import DONE, ENDED, NOTHING, Behaviour, Branch, Enter, Leave, nodes
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Function, Return

#: Codes that say that all went well.
_FINE = (Constant(0), Constant(None))
#: What errors are called that stand where a subclass has something to do.
_TO_BE_MADE = "NotImplemented"


def ended(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``exit(1)`` fails for whoever waits for an answer; a code that is not known only ends."""
    given = args[0].values.items if args else _FINE[:1]
    if all(value in _FINE for value in given):
        frame.out.append(Leave("raise", (DONE,), place.line))
    elif all(isinstance(value, Constant) and value not in _FINE for value in given):
        frame.out.append(Leave("raise", (ENDED,), place.line))
    else:
        frame.out.append(Leave("return", (), place.line))
    return NONE


def given_up(function: Function, out: list[Behaviour]) -> Behaviour:
    """What a function that asks nobody does to its caller: it raises, or ends the program.

    Only what it always does counts, whatever it is given: with a ``return`` further up it may as
    well come back. A method that is there to be overridden does nothing.
    """
    inner = (stmt for stmt in flatten(function.body) if stmt is not function.body[-1])
    if any(isinstance(stmt, Return) for stmt in inner):
        return NOTHING
    for number, step in enumerate(out):
        if _raises(step):
            return Steps((step,))
        if any(isinstance(inner, Leave) for inner in nodes(out[number : number + 1])):
            return NOTHING
    return NOTHING


def _raises(step: Behaviour) -> bool:
    match step:
        case Leave("raise", raises):
            return not any(_TO_BE_MADE in name for name in raises)
        case Branch(arms=arms):
            return all(map(_raises, arms))
        case Steps(items=items):
            return bool(items) and _raises(items[-1])
        case Enter(body=body, deferred=False):
            return _raises(body)
        case _:
            return False
