"""Calls as Rust means them: methods of types and traits, records, and builders."""

from __future__ import annotations

from auditor.linker.attributes import bind
from auditor.linker.carried import carried_in
from auditor.linker.classes import find_method
from auditor.linker.expressions import evaluate, evaluate_arguments, place_of
from auditor.linker.frame import Frame
from auditor.linker.objects.calls import keep
from auditor.linker.objects.records import record, type_of
from auditor.linker.rust.library import awaited
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    CaughtError,
    ClassRef,
    Constant,
    External,
    Instance,
    Method,
    Routine,
    RuleMember,
    RuleObject,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.facts import Attr, Call, Expr, Name

REST = "<rest>"
#: Methods without arguments that give what they are called on, in another form.
_SAME = frozenset({
    "clone", "cloned", "copied", "to_owned", "to_string", "into", "try_into", "as_ref", "as_mut",
    "as_str", "as_deref", "as_deref_mut", "as_slice", "as_bytes", "into_bytes", "borrow",
    "borrow_mut", "lock", "read", "write", "iter", "iter_mut", "into_iter", "into_inner", "deref",
    "get_ref", "by_ref", "boxed", "trim", "to_vec", "into_boxed_str", "into_string", "to_str",
    "collect", "stream", "peekable", "rev", "as_any", "fuse",
    "into_owned", "parse", "to_string_lossy", "as_path", "into_future", "par_iter", "drain",
})  # fmt: skip
#: What a type that reads the command line or the environment is made by.
_READS = frozenset({"parse", "try_parse", "from_env", "parse_from", "from_args"})


def call(world: World, frame: Frame, expr: Call) -> Values | None:
    """A method, an associated function or a record; None for a call like any other."""
    match expr.callee:
        case _ if expr.new:
            return _record(world, frame, expr)
        case Attr(base, name):
            holders = evaluate(world, frame, base)
            found = _method(world, frame, expr, base, name, holders)
        case Name(id) if id.startswith("<"):
            return None
        case _:
            callee = evaluate(world, frame, expr.callee)
            args = evaluate_arguments(world, frame, expr.args)
            found = world.call_values(frame, callee, args, place_of(world, frame, expr))
    return awaited(world, frame, found, place_of(world, frame, expr)) if expr.awaited else found


def _method(
    world: World, frame: Frame, expr: Call, base: Expr, name: str, holders: Values
) -> Values:
    place = place_of(world, frame, expr)
    if name in _READS and (made := _read(world, frame, holders, name, place)) is not None:
        return made
    if name in _SAME and not expr.args and not any(_has(world, v, name) for v in holders.items):
        return holders
    callee = join(*(_member(world, value, name) for value in holders.items))
    callee = carried_in(frame, base, holders, callee)
    if holders.decided:
        callee = Values(callee.items, True)
    args = evaluate_arguments(world, frame, expr.args)
    if any(isinstance(v, RuleObject | RuleMember) for v in callee.items):
        args = tuple(arg._replace(values=_written(world, arg.values, place)) for arg in args)
    made = world.call_values(frame, callee, args, place)
    keep(world, frame, base, made)
    return made


def _written(world: World, values: Values, place: Place) -> Values:
    """What a library is handed: records of the tree's own types also as what is sent of them."""
    tables: list[Value] = []
    for value in values.items:
        if isinstance(value, Instance):
            inner = world.frame_of(world.classes[value.cls].frame)
            names = [*inner.declared, *inner.env] if inner is not None else []
            held = ((name, world.heap.load(value, name)) for name in dict.fromkeys(names))
            found = tuple((name, v) for name, v in held if v is not None and v.items)
            tables.append(world.heap.table((place.path, place.line), found))
    return Values((*values.items, *tables)) if tables else values


def _has(world: World, value: Value, name: str) -> bool:
    """Whether an object of the tree, or a word of an enumeration, has such a method of its own."""
    match value:
        case Text():
            return _of_words(world, value, name) is not None
        case Instance(cls=number) | ClassRef(number):
            return find_method(world, number, name) is not None
        case _:
            return False


def _read(world: World, frame: Frame, holders: Values, name: str, place: Place) -> Values | None:
    """``Args::parse()``: an object as its fields say what they hold by default."""
    kinds = [v for v in holders.items if isinstance(v, ClassRef)]
    if not kinds or any(find_method(world, v.number, name) is not None for v in kinds):
        return None
    made = (world.parts.construct(world, frame, kind.number, (), place) for kind in kinds)
    return join(*made)


def _member(world: World, value: Value, name: str) -> Values:
    """What ``value.name`` calls: a method, never a field of that name."""
    match value:
        case Instance(cls=number):
            found = find_method(world, number, name)
            return bind(world, found, value) if found is not None else UNKNOWN
        case ClassRef(number):
            return _associated(world, value, number, name)
        case Text() | Constant():
            own = _of_words(world, value, name)
            return own if own is not None else one(Method(value, name))
        case Table() | Sequence() | Routine() | CaughtError():
            return one(Method(value, name))
        case _:
            return world.get_attribute(value, name)


def _associated(world: World, value: ClassRef, number: int, name: str) -> Values:
    if name == "default" and find_method(world, number, name) is None:
        return one(value)
    return world.get_attribute(value, name)


def _of_words(world: World, value: Value, name: str) -> Values | None:
    """A method of an enumeration, called on one of its words."""
    if not isinstance(value, Text):
        return None
    found: list[Values] = []
    for info in world.classes:
        method = info.methods.get(name)
        if method is not None and _declares(world, info.number, value.text):
            found.append(one(Routine(method.number, world.closure_of(method), value)))
    return found[0] if found else None


def _declares(world: World, number: int, word: str) -> bool:
    inner = world.frame_of(world.classes[number].frame)
    held = inner.env.get(word) if inner is not None else None
    return held is not None and Text(word) in held.items


def _record(world: World, frame: Frame, expr: Call) -> Values:
    """``T { a: 1, ..other }``."""
    kinds = evaluate(world, frame, expr.callee)
    args = evaluate_arguments(world, frame, expr.args)
    place = place_of(world, frame, expr)
    rest = next((arg.values for arg in args if arg.name == REST), None)
    given = tuple(arg for arg in args if arg.name != REST)
    return join(*(_build(world, frame, kind, given, rest, place) for kind in kinds.items))


def _build(
    world: World, frame: Frame, kind: Value, args: Arguments, rest: Values | None, place: Place
) -> Values:
    match kind:
        case ClassRef(number):
            made = world.parts.construct(world, frame, number, args, place)
            if rest is not None:
                _fill(world, number, made, {arg.name for arg in args}, rest, frame, place)
            return made
        case External(name) if world.rules.knows(name):
            return world.call_values(frame, one(kind), args, place)
        case External(name):
            held = tuple(_held(world, rest))
            return one(record(world, name, (*held, *args), place, is_open=False))
        case _:
            return UNKNOWN


def _held(world: World, rest: Values | None) -> list[Argument]:
    tables = [v for v in (rest.items if rest is not None else ()) if isinstance(v, Table)]
    return [
        Argument(key, values)
        for table in tables
        for key, values in world.heap.entries.get(table.number, {}).items()
        if not key.startswith("<") and type_of(world, table)
    ]


def _fill(
    world: World, number: int, made: Values, given: set[str | None], rest: Values,
    frame: Frame, place: Place,
) -> None:  # fmt: skip
    """The fields that are not named come from another object of the type, or its default."""
    method = find_method(world, number, "default")
    others = [v for v in rest.items if isinstance(v, Instance)]
    if not others and method is not None:
        bound = one(Routine(method.number, world.closure_of(method), None))
        default = world.call_values(frame, bound, (), place)
        others = [v for v in default.items if isinstance(v, Instance)]
    inner = world.frame_of(world.classes[number].frame)
    names = [n for n in (*inner.declared, *inner.env) if n not in given] if inner else []
    for name in names:
        held = join(*(world.heap.load(other, name) or NONE for other in others))
        for value in made.items:
            if held.items and isinstance(value, Instance):
                world.heap.store(value, name, held)
