"""What a constructor leaves in its object where a setting or a handler stands around."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from auditor.linker.frame import Frame
from auditor.linker.values import Constant, Instance, Routine, RuleObject, Values
from auditor.linker.world import World
from auditor.model.behaviour import Sequence as Steps
from auditor.model.behaviour import asks_in

#: What handlers take where a part is missing that the program may well do without.
MISSING = frozenset({
    "builtins.KeyError", "builtins.LookupError", "builtins.IndexError", "builtins.ValueError",
})  # fmt: skip


@contextmanager
def as_shipped(frame: Frame, settings: tuple[str, ...]) -> Iterator[None]:
    """Inside an arm that runs as the program is shipped, and that these settings decide."""
    shipped, needs = frame.shipped, frame.needs
    frame.shipped, frame.needs = shipped + 1, (*needs, *settings)
    try:
        yield
    finally:
        frame.shipped, frame.needs = shipped, needs


@contextmanager
def tried(frame: Frame, types: Iterable[tuple[str, ...]]) -> Iterator[None]:
    """Inside the body of a ``try``: as shipped, unless its handlers say that a part may lack."""
    if any(MISSING.intersection(names) for names in types):
        yield
        return
    frame.tries += 1
    try:
        with as_shipped(frame, ()):
            yield
    finally:
        frame.tries -= 1


@contextmanager
def in_vain(frame: Frame, body: Steps) -> Iterator[None]:
    """Inside a handler; nothing that is asked about leads there where the body asks nobody."""
    if asks_in(body):
        yield
        return
    frame.vain += 1
    try:
        with as_shipped(frame, ()):
            yield
    finally:
        frame.vain -= 1


def is_being_built(world: World, frame: Frame) -> bool:
    """Whether this is a constructor, at a place that it comes by as shipped, if all goes well."""
    if frame.function is None or frame.function.node.name != world.dialect.constructor:
        return False
    if frame.arms != frame.shipped or frame.handlers != frame.vain:
        return False
    return not (frame.tries and asks_in(*frame.out))


def left_there(frame: Frame, before: Values | None, values: Values) -> Values | None:
    """What an attribute is from here on; None where it stays what it is.

    Where making an object fails, some handler says that there is none. That is another failure
    than the one that is asked about.
    """
    if before is None or not before.items:
        return values
    if frame.vain and _is_nothing(values) and any(map(_is_made, before.items)):
        return None
    if before.decided and set(values.items) <= set(before.items):
        # A constructor may be run again.
        return None
    if frame.needs and _is_nothing(before):
        return Values((*values.items, Constant(None, frame.needs)), True)
    return values


def _is_nothing(values: Values) -> bool:
    return bool(values.items) and all(
        isinstance(v, Constant) and v.value is None for v in values.items
    )


def _is_made(value: object) -> bool:
    return isinstance(value, Instance | RuleObject | Routine)
