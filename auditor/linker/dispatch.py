"""A call that runs one of several functions: where they ask different vendors, it decides whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from auditor.linker.frame import Asks
from auditor.linker.recorder import CallRecord, absorb, key_of
from auditor.linker.trails import Resolved
from auditor.linker.values import Routine, Value
from auditor.linker.world import Place, World
from auditor.model.behaviour import Ask, Attempt, Behaviour, Choice, Enter
from auditor.model.catalog import CallKind, Via
from auditor.model.program import Evidence

#: Of more functions than this the lines are not all listed.
MOST_STEPS = 12


class Way(NamedTuple):
    """One of the functions, what it does, and the calls it makes."""

    target: Value
    steps: tuple[Behaviour, ...]
    asks: Asks


def record_dispatch(
    world: World, place: Place, ways: Sequence[Way], decided: bool
) -> list[tuple[Behaviour, ...]]:
    """What each way does; as a wrapper call of this line where it decides who is asked.

    That is so where every one of the functions asks a model for the same kind of thing, and not
    all of them the same vendor on the same platform.
    """
    steps = [way.steps for way in ways]
    kind = _common_kind(world, ways)
    key = key_of(place)
    known = world.calls.get(key)
    if kind is None or (known is not None and known.via is not Via.WRAPPER):
        return steps
    if world.in_tests and not place.in_tests:
        return steps
    options = [_attempts(world, way, kind) for way in ways]
    if len({frozenset((a.vendor, a.platform, a.gateways) for a in o) for o in options}) < 2:
        return steps
    _record(world, place, ways, kind, tuple(map(_ask, options)), decided)
    return [_named(inner, key) for inner in steps]


def _common_kind(world: World, ways: Sequence[Way]) -> CallKind | None:
    """The one kind of request that each of the functions makes."""
    if not all(isinstance(way.target, Routine) for way in ways):
        return None
    each = [{world.calls[key].kind for key in way.asks if key in world.calls} for way in ways]
    common = set[CallKind].intersection(*each) if each else set()
    return common.pop() if len(common) == 1 else None


def _attempts(world: World, way: Way, kind: CallKind) -> tuple[Attempt, ...]:
    found = {a for key, asked in way.asks.items() if world.calls[key].kind is kind for a in asked}
    return tuple(sorted(found, key=repr))


def _ask(attempts: tuple[Attempt, ...]) -> Ask:
    return attempts[0] if len(attempts) == 1 else Choice(attempts, False)


def _record(
    world: World,
    place: Place,
    ways: Sequence[Way],
    kind: CallKind,
    options: tuple[Ask, ...],
    decided: bool,
) -> None:
    sinks = [key for way in ways for key in way.asks if world.calls[key].kind is kind]
    first = world.calls[sinks[0]]
    record = world.calls.get(key_of(place))
    if record is None:
        shown = " or ".join(dict.fromkeys(_name(world, way.target) for way in ways[:3]))
        record = CallRecord(place, first.sdk, kind, Via.WRAPPER, shown)
        world.calls[key_of(place)] = record
    evidence = tuple(
        Evidence(sink.place.path, sink.place.line, "one of the requests is sent here")
        for sink in (world.calls[key] for key in dict.fromkeys(sinks[:MOST_STEPS]))
    )
    absorb(record, Resolved(Choice(tuple(dict.fromkeys(options)), decided), True, evidence))


def _name(world: World, target: Value) -> str:
    return world.functions[target.number].qualname if isinstance(target, Routine) else ""


def _named(steps: tuple[Behaviour, ...], key: str) -> tuple[Behaviour, ...]:
    return tuple(
        replace(step, call=key) if isinstance(step, Enter) and not step.call else step
        for step in steps
    )
