"""Functions handed to code outside the tree, which runs them now, later, or when asked to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from auditor.linker.blocks import flatten
from auditor.linker.classes import find_method, outside_bases
from auditor.linker.dropped import without_dropped
from auditor.linker.frame import Frame
from auditor.linker.iteration import unfolded
from auditor.linker.slots import given_to, read_slot
from auditor.linker.values import (
    ANY_ARGUMENTS,
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    Bound,
    ClassRef,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Routine,
    RuleMember,
    Sequence,
    Table,
    Unknown,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.behaviour import NOTHING, Behaviour, Branch, Catch, Guarded, Leave
from auditor.model.behaviour import Sequence as Steps
from auditor.model.catalog import HandOff
from auditor.model.facts import Raise

#: Deriving from these makes records and contracts, not plug-ins that a library runs.
DATA_BASES = ("pydantic", "abc.", "enum.", "typing", "builtins.", "dataclasses.", "sqlalchemy",
              "django.db", "unittest", "string.", "collections.")  # fmt: skip


#: What may be run by those it is handed to, or hold what may.
HANDED_ON = (Routine, RuleMember, Bound, Sequence, Table, Instance)
COLLECTIONS = (Sequence, Table)
#: ``steps=[("ask", ask)]``: what is handed over is looked for in lists this deep.
DEEPEST_HANDED = 2


def run_handoff(
    world: World,
    frame: Frame,
    handoff: HandOff,
    owner: Value | None,
    args: Arguments,
    place: Place,
) -> Values:
    """A library runs a function that is handed to it, or keeps it for later."""
    handler = _handler(world, handoff, owner, args)
    if isinstance(owner, Foreign) and not is_self(handoff):
        kept = Values(
            tuple(v for v in handler.items if is_callable(v) or isinstance(v, Foreign | Instance))
        )
        world.handed[owner] = join(world.handed.get(owner, NONE), kept)
    if handoff.instead and owner is not None:
        _stands_in(world, frame, owner, handler)
        return one(owner)
    if handoff.held:
        return one(owner) if owner is not None else handler
    rest: list[Argument] = _spread(world, handoff, args)
    if handoff.args_from is not None:
        positional = [a for a in args if a.name is None]
        rest = positional[handoff.args_from :] + [a for a in args if a.name not in (None, "*")]
    given = tuple(rest) if rest else ANY_ARGUMENTS
    if is_self(handoff) and isinstance(owner, Foreign) and owner in world.stand_ins:
        return _run_guarded(world, frame, handoff, owner, (handler, given), place)
    return _run_all(world, frame, handoff, handler, given, place)


def keep_for(world: World, handoff: HandOff, owner: Foreign, args: Arguments) -> Foreign:
    """The object, with the function that it is made of: ``tool({ execute: ask })``."""
    kept = Values(tuple(v for v in _handler(world, handoff, None, args).items if is_callable(v)))
    if kept.items:
        world.handed[owner] = join(world.handed.get(owner, NONE), kept)
    return owner


def _stands_in(world: World, frame: Frame, owner: Value, handler: Values) -> None:
    """Keep what is to answer in another's place: for sure if it is the only one, and always."""
    kept = world.stand_ins.get(owner, NONE)
    alone = _functions(kept) <= _functions(handler) and frame.arms == frame.shipped
    world.stand_ins[owner] = join(kept, handler, NONE if alone else UNKNOWN)


def _functions(values: Values) -> set[object]:
    """What is kept, whatever the names around a function were when it was made."""
    return {v.number if isinstance(v, Routine) else v for v in values.items}


def _run_all(
    world: World, frame: Frame, handoff: HandOff, handler: Values, given: Arguments, place: Place
) -> Values:
    results: list[Values] = []
    for value in handler.items:
        if is_callable(value) or _makes_something(value):
            results.append(_run_handed(world, frame, value, given, place, handoff.deferred))
        elif isinstance(value, Instance):
            _run_methods(world, frame, value, handoff.runs, place)
    return join(*results) if results else UNKNOWN


def _run_guarded(
    world: World,
    frame: Frame,
    handoff: HandOff,
    owner: Foreign,
    run: tuple[Values, Arguments],
    place: Place,
) -> Values:
    """What the object keeps is run, and where it fails what was named to stand in for it."""
    handler, given = run
    with frame.aside() as tried:
        results = [_run_all(world, frame, handoff, handler, given, place)]
    with frame.aside() as rescue:
        for value in world.stand_ins[owner].items:
            kept = functions_of(world, value) if isinstance(value, Foreign) else [value]
            results.append(_run_all(world, frame, handoff, Values(tuple(kept)), given, place))
            if isinstance(value, Routine) and not rescue:
                rescue.extend(throws_of(world, value))
    steps: Behaviour = without_dropped(world, world.stand_ins[owner], Steps(tuple(rescue)))
    made_with = world.heap.foreign.get(owner, ())
    doubted = any(isinstance(v, Unknown) for v in world.stand_ins[owner].items)
    if doubted or (handoff.unsure and given_to(world, made_with, *handoff.unsure) is not None):
        steps = Branch((steps, Leave("raise", (), place.line)), None, place.line)
    catch = Catch((), steps, place.line)
    frame.out.append(
        Guarded(Steps(tuple(tried)), (catch,), NOTHING, NOTHING, frame.path, place.line)
    )
    return join(*results)


def throws_of(world: World, routine: Routine) -> list[Behaviour]:
    """What a handler does that asks no model and yet throws: the error goes on."""
    body = world.functions[routine.number].node.body
    thrown = [stmt for stmt in flatten(body) if isinstance(stmt, Raise)]
    if not thrown:
        return []
    leave = Leave("raise", (), thrown[0].line)
    if body and body[-1] is thrown[-1]:
        return [leave]
    return [Branch((leave, NOTHING), None, thrown[0].line)]


def _run_methods(
    world: World, frame: Frame, instance: Instance, names: tuple[str, ...], place: Place
) -> None:
    """Run these methods of an object, and the functions among what they give back."""
    for name in names:
        method = find_method(world, instance.cls, name)
        if method is not None:
            bound = Routine(method.number, world.closure_of(method), instance)
            given = world.call_routine(frame, bound, ANY_ARGUMENTS, place)
            for value in unfolded(world, given):
                if is_callable(value):
                    world.call_values(frame, one(value), ANY_ARGUMENTS, place)


def _spread(world: World, handoff: HandOff, args: Arguments) -> list[Argument]:
    """``args=(...)`` and ``kwargs={...}`` as ``Thread`` takes them."""
    found: list[Argument] = []
    for value in (read_slot(world, handoff.spread, args) or NONE).items:
        if isinstance(value, Sequence):
            found.extend(Argument(None, v) for v in world.heap.items.get(value.number, ()))
    for value in (read_slot(world, handoff.keywords, args) or NONE).items:
        if isinstance(value, Table):
            entries = world.heap.entries.get(value.number, {})
            found.extend(Argument(name, values) for name, values in entries.items())
    return found


def _makes_something(value: Value) -> bool:
    """Outside functions and classes too, where a rule says that exactly this argument is run."""
    while isinstance(value, Bound):
        value = value.target
    return isinstance(value, External | ClassRef | ForeignMember)


def is_self(handoff: HandOff) -> bool:
    """Whether the object itself is what runs."""
    return handoff.function is not None and handoff.function.args == ("self",)


def _handler(world: World, handoff: HandOff, owner: Value | None, args: Arguments) -> Values:
    if not is_self(handoff):
        given = read_slot(world, handoff.function, args) or UNKNOWN
        items = [
            i
            for v in given.items
            if isinstance(v, Sequence)
            for i in world.heap.items.get(v.number, ())
        ]
        return join(given, *items)
    if isinstance(owner, Foreign):
        return Values(tuple(handed_to(world, owner)))
    return one(owner) if owner is not None else UNKNOWN


def handed_to(world: World, owner: Value) -> list[Value]:
    """Every function handed to an object, to what it was made from, and to what those hold."""
    found: dict[Value, None] = {}
    seen: set[Value] = set()
    todo: list[Value] = [owner]
    while todo:
        holder = todo.pop()
        if holder in seen:
            continue
        seen.add(holder)
        if holder in world.parents:
            todo.append(world.parents[holder])
        for value in world.handed.get(holder, NONE).items:
            if isinstance(value, Foreign):
                todo.append(value)
            else:
                found[value] = None
    return list(found)


def functions_of(world: World, owner: Foreign) -> list[Value]:
    """What can be run of all that was handed to an object: ``wrap(handler)``."""
    return [value for value in handed_to(world, owner) if is_callable(value)]


def _run_handed(
    world: World, frame: Frame, value: Value, args: Arguments, place: Place, deferred: bool
) -> Values:
    if deferred and isinstance(value, Routine):
        return world.call_routine(frame, value, args, place, True)
    return world.call_values(frame, one(value), args, place)


def hand_on(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """Functions handed to code we cannot see are taken to be run by it."""
    if not any(isinstance(v, HANDED_ON) for a in args for v in a.values.items):
        return UNKNOWN
    results: list[Values] = []
    for value in (*callables(args), *_in_collections(world, args)):
        results.append(world.call_values(frame, one(value), ANY_ARGUMENTS, place))
    for instance in _plug_ins(world, args) if world.dialect.plug_ins else ():
        _run_plug_in(world, frame, instance, place)
    return join(*results, UNKNOWN) if results else UNKNOWN


def _in_collections(world: World, args: Arguments) -> list[Value]:
    """Functions in lists and dictionaries among the arguments: ``Chain(steps=[("ask", ask)])``."""
    inside = islice(levels(world, args, DEEPEST_HANDED), 1, None)
    return list(dict.fromkeys(item for level in inside for item in level if is_callable(item)))


def levels(world: World, args: Arguments, deepest: int) -> Iterator[list[Value]]:
    """What is among the arguments, then what the lists and dictionaries of each level hold.

    Each of these is looked into once, and texts and numbers in them are passed over.
    """
    seen: set[Value] = set()
    level = [value for arg in args for value in arg.values.items]
    yield level
    for _ in range(deepest):
        holders = dict.fromkeys(v for v in level if isinstance(v, COLLECTIONS) and v not in seen)
        seen.update(holders)
        level = [item for h in holders for item in world.heap.objects_in(h)]
        yield level


def _plug_ins(world: World, args: Arguments) -> list[Instance]:
    """Objects whose class derives from a library's: the library calls their methods."""
    found: dict[Instance, None] = {}
    for arg in args:
        for item in unfolded(world, arg.values):
            if isinstance(item, Instance) and is_plug_in(world, item):
                found[item] = None
    return list(found)


def is_plug_in(world: World, instance: Instance) -> bool:
    """Whether the class derives from a library's that makes more of it than a record."""
    return any(not base.name.startswith(DATA_BASES) for base in outside_bases(world, instance.cls))


def _run_plug_in(world: World, frame: Frame, instance: Instance, place: Place) -> None:
    if instance in world.plugged:
        return
    world.plugged.add(instance)
    try:
        for name, method in world.classes[instance.cls].methods.items():
            if not name.startswith("_"):
                bound = Routine(method.number, world.closure_of(method), instance)
                world.call_routine(frame, bound, ANY_ARGUMENTS, place)
    finally:
        world.plugged.discard(instance)


def callables(args: Arguments) -> list[Value]:
    """The functions and bound methods among the arguments."""
    found: dict[Value, None] = {}
    for arg in args:
        for value in arg.values.items:
            if is_callable(value):
                found[value] = None
    return list(found)


def is_callable(value: Value) -> bool:
    """Whether a value is something that can be run on someone's behalf."""
    match value:
        case Routine() | RuleMember():
            return True
        case Bound(target, _):
            return is_callable(target)
        case _:
            return False
