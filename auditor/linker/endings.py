"""Functions that end the program: nothing behind them is run, and no handler sees them."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.values import NONE, Arguments, Constant, Values
from auditor.linker.world import Place, World
from auditor.model.behaviour import DONE, ENDED, Leave

#: Codes that say that all went well.
_FINE = (Constant(0), Constant(None))


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
