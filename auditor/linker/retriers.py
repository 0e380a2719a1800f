"""A function under a decorator that tries again: what comes out when it keeps failing."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from auditor.linker.exceptions import exception_types
from auditor.linker.frame import Frame
from auditor.linker.handoffs import is_callable
from auditor.linker.recorder import place_of_function
from auditor.linker.slots import given_to, holds, read_slot
from auditor.linker.values import (
    ANY_ARGUMENTS,
    NONE,
    Arguments,
    Constant,
    External,
    Foreign,
    Values,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.behaviour import Behaviour, Branch, Catch, Guarded, Leave, Repeat, Sequence
from auditor.model.retrier import Retrier

#: Errors that are not the ones it tries again go on as they are.
PASSES = Leave("raise", (), 0)
NOTHING_GIVEN = Leave("return", (), 0, (("", "nothing"),))


class Kept(NamedTuple):
    """A retrier on one function: the types it tries again, None where that is not known.

    ``endless`` where it never gives up, ``instead`` what it runs in the end.
    """

    types: tuple[str, ...] | None
    endless: bool
    instead: Values
    raises: str
    silent: bool
    line: int


def kept_by(world: World, rule: Retrier, args: Arguments, line: int) -> Kept:
    """What the decorator's arguments say."""
    as_it_is = read_slot(world, rule.as_it_is, args) or NONE
    raised_again = any(isinstance(v, Constant) and v.value is True for v in as_it_is.items)
    instead = read_slot(world, rule.instead, args) or NONE
    return Kept(
        types=_types(world, rule, args),
        endless=bool(rule.ends) and given_to(world, args, *rule.ends) is None,
        instead=Values(
            tuple(v for v in instead.items if is_callable(v) or isinstance(v, External))
        ),
        raises="" if raised_again else rule.raises or "",
        silent=rule.silent is not None and holds(world, rule.silent, args),
        line=line,
    )


def _types(world: World, rule: Retrier, args: Arguments) -> tuple[str, ...] | None:
    named = read_slot(world, rule.types, args)
    if named is not None:
        return _known(exception_types(world, named))
    given = read_slot(world, rule.only, args)
    if given is None:
        return ()
    found: list[str] = []
    for value in given.items:
        inner = world.heap.foreign.get(value) if isinstance(value, Foreign) else None
        if inner is None or not isinstance(value, Foreign) or value.name not in rule.types_of:
            return None
        listed = given_to(world, inner, 0, "exception_types")
        if listed is not None:
            found.extend(exception_types(world, listed))
    return _known(tuple(found))


def _known(types: tuple[str, ...]) -> tuple[str, ...] | None:
    return None if "?" in types else types


def under(
    world: World, frame: Frame, kept: Kept, body: Behaviour, returns: Values
) -> tuple[Behaviour, Values]:
    """What the function does and gives with the decorator around it."""
    if kept.endless:
        return _for_ever(kept, body, frame), returns
    in_the_end, given = _in_the_end(world, frame, kept)
    if in_the_end is None:
        return body, returns
    if kept.types is None:
        # Which errors it tries again is not known: nor, then, what comes out.
        in_the_end = Branch((in_the_end, PASSES), None, kept.line)
    catch = Catch(kept.types or (), in_the_end, kept.line)
    guarded = Guarded(body, (catch,), Sequence(()), Sequence(()), frame.path, kept.line)
    return guarded, join(returns, given)


def _in_the_end(world: World, frame: Frame, kept: Kept) -> tuple[Behaviour | None, Values]:
    """What is done after the last attempt; None where the error goes on as it is."""
    if kept.instead.items and frame.function is not None:
        place = replace(place_of_function(frame.function), line=kept.line, end_line=kept.line)
        with frame.aside() as out:
            given = world.call_values(frame, kept.instead, ANY_ARGUMENTS, place)
        handed_back = Leave("return", (), kept.line, passes=True) if out else NOTHING_GIVEN
        return Sequence((*out, handed_back)), given
    if kept.silent:
        return NOTHING_GIVEN, one(Constant(None))
    if kept.raises:
        return Leave("raise", (kept.raises,), kept.line), NONE
    return None, NONE


def _for_ever(kept: Kept, body: Behaviour, frame: Frame) -> Behaviour:
    nothing = Sequence(())
    catch = Catch(kept.types or (), nothing, kept.line)
    again = Guarded(Sequence((body,)), (catch,), nothing, nothing, frame.path, kept.line)
    return Repeat((again,), True, True, kept.line)
