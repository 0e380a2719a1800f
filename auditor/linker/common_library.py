"""Built-in functions that languages have alike, each under a name of its own."""

from __future__ import annotations

from auditor.linker.caught import TEXT
from auditor.linker.conditions import settings_of, truth_of
from auditor.linker.deployed import variable
from auditor.linker.frame import Frame
from auditor.linker.strings import as_text
from auditor.linker.values import (
    UNKNOWN,
    Arguments,
    CaughtError,
    External,
    OnError,
    Text,
    Values,
    argument,
    join,
    known_texts,
    one,
)
from auditor.linker.world import Place, World

#: The mapping of all variables.
ENVIRONMENT = External("os.environ")


def first(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Gives back what it is given."""
    return args[0].values if args else UNKNOWN


def unknown(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Gives something that is not followed."""
    return UNKNOWN


def environment(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Reads the variable of the environment that it is given the name of."""
    names = known_texts(argument(args, 0))
    return join(*(variable(world, name) for name in names)) if names else UNKNOWN


def environment_or(
    world: World, frame: Frame, args: Arguments, default: Values | None, place: Place
) -> Values:
    """The same, as the texts of a default that stands beside the name say, where there are any."""
    given = tuple(v for v in default.items if isinstance(v, Text)) if default is not None else ()
    if not given:
        return environment(world, frame, args, place)
    names = tuple(known_texts(argument(args, 0)))
    return Values(tuple(Text(v.text, names) for v in given))


def truth(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Gives whether a value is something."""
    if not args or any(isinstance(v, OnError) for v in args[0].values.items):
        return args[0].values if args else UNKNOWN
    return truth_of(args[0].values).values(settings_of(args[0].values))


def text(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Gives the text of a value."""
    if not args:
        return one(Text(""))
    if any(isinstance(v, CaughtError) for v in args[0].values.items):
        return one(CaughtError(TEXT))
    return Values(tuple(as_text(v) for v in args[0].values.items), args[0].values.decided)
