"""Requests and settings that are put together by builders: records of a library's type.

``Request.builder().model("x").build()`` is a record whose ``model`` is ``x``, whatever library has
the type. Rules read what they look for out of it as out of any mapping.
"""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.values import (
    Argument,
    Arguments,
    Constant,
    Foreign,
    ForeignMember,
    Method,
    Routine,
    Table,
    Text,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World

#: Under these keys a record keeps the name of its type, and that it is still being built.
TYPE, OPEN = "<type>", "<open>"
#: In front of the number of a class of the tree, in the place of a type's name.
OWN = "<own>"
#: The type of a record that a function fills.
OPTIONS = "<options>"
_BEGINS = frozenset({"builder", "newBuilder", "Builder"})
_ENDS = frozenset({"build", "Build", "create", "buildAsync"})
_PREFIXES = ("with", "set", "add")


def begins_record(name: str) -> bool:
    """Whether a function of a library is the beginning of a builder, or a constructor."""
    return name.rpartition(".")[2] in _BEGINS or name.rpartition(".")[2].endswith("Builder")


def record(world: World, name: str, args: Arguments, place: Place, *, is_open: bool) -> Value:
    """A record of a library's type, with what its constructor was given by its places."""
    entries = {TYPE: one(Text(name))}
    if is_open:
        entries[OPEN] = one(Constant(True))
    position = 0
    for arg in args:
        entries.update(_filled(world, arg.values))
        if arg.name is None:
            entries[str(position)] = arg.values
            position += 1
        else:
            entries[arg.name] = arg.values
    return world.heap.table((place.path, place.line), tuple(entries.items()))


def _filled(world: World, values: Values) -> dict[str, Values]:
    """The fields that a function among the arguments fills: ``Request { model = "x" }``."""
    tables = (v for v in values.items if isinstance(v, Table) and type_of(world, v) == OPTIONS)
    held = next((world.heap.entries.get(t.number, {}) for t in tables), {})
    return {key: field for key, field in held.items() if key not in (TYPE, OPEN)}


def type_of(world: World, value: Value) -> str | None:
    """The library's type of a record; None for any other value."""
    if not isinstance(value, Table):
        return None
    held = world.heap.entries.get(value.number, {}).get(TYPE)
    return next((v.text for v in held.items if isinstance(v, Text)), None) if held else None


def is_open(world: World, value: Table) -> bool:
    """Whether a record is still being built."""
    return OPEN in world.heap.entries.get(value.number, {})


def is_building(world: World, old: Table, new: Table) -> bool:
    """Whether one record is another one with more in it, both still being built."""
    return (
        is_open(world, old) and is_open(world, new) and type_of(world, old) == type_of(world, new)
    )


def key_of(method: str) -> str:
    """The field that a method sets: ``withModel``, ``setModel`` and ``model`` set the same."""
    for prefix in _PREFIXES:
        rest = method.removeprefix(prefix)
        if rest != method and rest[:1].isupper():
            return rest[:1].lower() + rest[1:]
        if rest != method and rest[:1] == "_" and rest[1:]:
            return rest[1:]
    return method


def call_record(
    world: World, frame: Frame, method: Method, args: Arguments, place: Place
) -> Values | None:
    """A method of a record: it sets a field, ends the building, or reads a field."""
    table = method.receiver
    kind = type_of(world, table)
    if kind is None or not isinstance(table, Table):
        return None
    entries = world.heap.entries.get(table.number, {})
    if method.name in _ENDS and not args:
        closed = {key: values for key, values in entries.items() if key != OPEN}
        if kind.startswith(OWN):
            given = tuple(Argument(k, v) for k, v in closed.items() if k != TYPE)
            return world.parts.construct(world, frame, int(kind.removeprefix(OWN)), given, place)
        return one(world.heap.table((place.path, place.line), tuple(closed.items())))
    if args and (is_open(world, table) or _sets(method.name)):
        return one(_with(world, table, method.name, args, place))
    if not args:
        field = entries.get(method.name) or entries.get(read_by(method.name))
        if field is not None:
            return field
        if is_open(world, table):
            return one(table)
    return world.call_values(frame, one(_foreign(kind, table, method.name)), args, place)


def _foreign(kind: str, table: Table, method: str) -> Value:
    return ForeignMember(Foreign(kind, ("", table.number)), method)


def _sets(method: str) -> bool:
    return key_of(method) != method


def read_by(method: str) -> str:
    """The field that a method reads: ``getModel`` and ``isOpen`` read ``model`` and ``open``."""
    rest = method.removeprefix("get").removeprefix("is")
    return rest[:1].lower() + rest[1:] if rest != method else method


def _with(world: World, table: Table, method: str, args: Arguments, place: Place) -> Value:
    """The record with one more field; a record that is finished changes where it stands."""
    values = args[0].values if len(args) == 1 else _listed(world, args, place)
    key = key_of(method)
    if not is_open(world, table):
        world.heap.put(table, key, values)
        return table
    entries = dict(world.heap.entries.get(table.number, {}))
    if method.startswith("add") and key in entries:
        values = join(entries[key], values)
    entries[key] = values
    return world.heap.table((place.path, place.line), tuple(entries.items()))


def _listed(world: World, args: Arguments, place: Place) -> Values:
    items = tuple(arg.values for arg in args)
    return one(world.heap.sequence((place.path, place.line), items))


def filled_by(world: World, frame: Frame, values: Values, place: Place) -> Values:
    """What a function makes of a builder that it is handed: ``request -> request.model("x")``.

    A record is made for it to fill, and stands beside the function from then on.
    """
    found: list[Value] = []
    for value in values.items:
        if not isinstance(value, Routine):
            continue
        info = world.functions[value.number]
        if info.node.name != "<lambda>" or len(info.node.params) != 1:
            continue
        empty = record(world, OPTIONS, (), place, is_open=True)
        with frame.aside():
            given = world.call_values(frame, one(value), (Argument(None, one(empty)),), place)
        made = [v for v in given.items if type_of(world, v) is not None]
        found.extend(made if made else [empty])
    return join(values, Values(tuple(found))) if found else values
