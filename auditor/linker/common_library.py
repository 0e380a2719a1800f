"""Built-in functions that languages have alike, each under a name of its own."""

from __future__ import annotations

from auditor.linker.caught import TEXT
from auditor.linker.strings import as_text
from auditor.linker.values import UNKNOWN, Arguments, CaughtError, Text, Values, one
from auditor.linker.world import Frame, Place, World


def first(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Gives back what it is given."""
    return args[0].values if args else UNKNOWN


def unknown(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Gives something that is not followed."""
    return UNKNOWN


def text(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Gives the text of a value."""
    if not args:
        return one(Text(""))
    if any(isinstance(v, CaughtError) for v in args[0].values.items):
        return one(CaughtError(TEXT))
    return Values(tuple(as_text(v) for v in args[0].values.items), args[0].values.decided)
