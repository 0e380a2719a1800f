"""Calls that Go writes otherwise than other languages: literals, conversions, zero values."""

from __future__ import annotations

from auditor.linker.expressions import evaluate, evaluate_arguments, place_of
from auditor.linker.frame import Frame
from auditor.linker.go.attributes import NIL, TYPE
from auditor.linker.go.options import DECLARING
from auditor.linker.go.pointers import call_with_pointers
from auditor.linker.go.types import is_interface, is_named
from auditor.linker.shipped import either
from auditor.linker.values import (
    UNKNOWN,
    Argument,
    Arguments,
    ClassRef,
    External,
    Sequence,
    Text,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.behaviour import Sequence as Steps
from auditor.model.facts import Attr, Call, Name

#: What a variable is before anything is assigned to it: see the front end.
ZERO = "<zero>"
#: So many lists of options are told apart.
MOST_LISTS = 6


def call_literal(world: World, frame: Frame, expr: Call) -> Values | None:
    """``T{...}``, ``T(x)`` and ``var x T``; None for a call like any other."""
    callee = expr.callee
    if isinstance(callee, Name) and callee.id == ZERO:
        types = evaluate(world, frame, expr.args[0].value)
        place = place_of(world, frame, expr)
        return join(*(_zero(world, frame, kind, place) for kind in types.items))
    if expr.new:
        types = evaluate(world, frame, callee)
        args = evaluate_arguments(world, frame, expr.args)
        place = place_of(world, frame, expr)
        return join(*(_build(world, frame, kind, args, place) for kind in types.items))
    if isinstance(callee, Name) or (isinstance(callee, Attr) and isinstance(callee.base, Name)):
        types = evaluate(world, frame, callee)
        if any(isinstance(kind, ClassRef) for kind in types.items):
            converted = evaluate_arguments(world, frame, expr.args)
            return converted[0].values if converted else UNKNOWN
    if expr.args and expr.args[-1].stars:
        return _call_spread(world, frame, expr)
    pointed = call_with_pointers(world, frame, expr)
    if pointed is not None:
        return pointed
    return _row_by_row(world, frame, expr)


def _row_by_row(world: World, frame: Frame, expr: Call) -> Values | None:
    """``viper.SetDefault(row.Key, row.Value)``: once for each row that it may be."""
    if not isinstance(expr.callee, Attr) or expr.callee.name not in DECLARING:
        return None
    fields = [a.value for a in expr.args if isinstance(a.value, Attr)]
    names = {f.base.id for f in fields if isinstance(f.base, Name)}
    if len(names) != 1 or len(fields) < 2:
        return None
    name = names.pop()
    rows = frame.env.get(name)
    if rows is None or len(rows.items) < 2:
        return None
    callee, place = evaluate(world, frame, expr.callee), place_of(world, frame, expr)
    for row in rows.items:
        frame.env[name] = one(row)
        world.call_values(frame, callee, evaluate_arguments(world, frame, expr.args), place)
    frame.env[name] = rows
    return UNKNOWN


def _call_spread(world: World, frame: Frame, expr: Call) -> Values:
    """``f(options...)``: once for each list that it may be handed."""
    callee = evaluate(world, frame, expr.callee)
    before = evaluate_arguments(world, frame, expr.args[:-1])
    spread = evaluate(world, frame, expr.args[-1].value)
    place = place_of(world, frame, expr)
    lists = [world.heap.items.get(v.number, ()) for v in spread.items if isinstance(v, Sequence)]
    # What is added under a condition may be left out: the fullest lists come first.
    lists = sorted(dict.fromkeys(lists), key=len, reverse=True)
    if not lists:
        return world.call_values(frame, callee, (*before, Argument("*", UNKNOWN)), place)
    results: list[Values] = []
    arms: list[Steps] = []
    if len(lists) > MOST_LISTS:
        world.uncounted.add((place.path, place.line))
    for found in lists[:MOST_LISTS]:
        args = (*before, *(Argument(None, item) for item in found))
        with frame.aside() as out:
            results.append(world.call_values(frame, callee, args, place))
        arms.append(Steps(tuple(out)))
    either(frame, arms, place.line)
    return join(*results)


def _build(world: World, frame: Frame, kind: Value, args: Arguments, place: Place) -> Values:
    match kind:
        case ClassRef(number):
            node = world.classes[number].node
            if is_named(node) and not node.bases:
                items = tuple(arg.values for arg in args)
                return one(world.heap.sequence((place.path, place.line), items))
            return world.parts.construct(world, frame, number, args, place)
        case External(name) if world.rules.knows(name):
            return world.call_values(frame, one(kind), args, place)
        case External(name):
            return record(world, name, args, place)
        case _:
            return UNKNOWN


def record(world: World, name: str, args: Arguments, place: Place) -> Values:
    """A record of a library's type: its fields, and what type it is."""
    fields = [(arg.name, arg.values) for arg in args if arg.name is not None]
    return one(world.heap.table((place.path, place.line), ((TYPE, one(Text(name))), *fields)))


def _zero(world: World, frame: Frame, kind: Value, place: Place) -> Values:
    match kind:
        case ClassRef(number):
            node = world.classes[number].node
            if is_interface(node) or is_named(node):
                return NIL
            return world.parts.construct(world, frame, number, (), place)
        case External(name) if world.rules.objects.find(name):
            return NIL
        case External(name):
            return record(world, name, (), place)
        case _:
            return NIL
