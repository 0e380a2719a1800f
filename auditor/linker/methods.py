"""Methods of texts, lists, dictionaries and functions."""

from __future__ import annotations

from auditor.linker.caught import TEXT
from auditor.linker.frame import Frame
from auditor.linker.iteration import index_values, iterate, key_in, rounds, rows_of
from auditor.linker.registries import is_registry, look_up_model
from auditor.linker.strings import as_text, text_method
from auditor.linker.values import (
    HOLE,
    UNKNOWN,
    Argument,
    Arguments,
    Bound,
    CaughtError,
    Constant,
    Method,
    Routine,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import Place, World


def call_method(
    world: World, frame: Frame, method: Method, args: Arguments, place: Place
) -> Values:
    """A method of a text, list, dictionary or function."""
    own = world.dialect.method(world, frame, method, args, place)
    if own is not None:
        return own
    match method.receiver:
        case Text() as text:
            if method.name == "join":
                return _joined(world, text, args)
            if method.name == "get_secret_value":
                return one(text)
            return text_method(world, text, method.name, args)
        case Sequence() as sequence:
            if method.name == "sort" and (key := argument(args, "key")) is not None:
                given = (Argument(None, iterate(world, one(sequence))),)
                world.call_values(frame, key, given, place)
            return _sequence_method(world, sequence, method.name, args)
        case Table() as table if is_registry(world, table):
            return look_up_model(world, frame, table, method.name, args, place)
        case Table() as table:
            return _table_method(world, frame, table, method.name, args)
        case CaughtError() as error:
            return one(error if error.part else CaughtError(TEXT))
        case Routine() | Bound() as target:
            return _routine_method(world, frame, target, method.name, args, place)
        case _:
            return UNKNOWN


def is_of_text(target: Value) -> bool:
    """Whether it is a method of a text."""
    return isinstance(target, Method) and isinstance(target.receiver, Text)


def _joined(world: World, separator: Text, args: Arguments) -> Values:
    known = rounds(world, args[0].values) if args else None
    if known is None or len(known) > 12:
        return one(Text(HOLE))
    pieces = [as_text(r.items[0]).text if len(r.items) == 1 else HOLE for r in known]
    return one(Text(separator.text.join(pieces)[:300], separator.env))


def _sequence_method(world: World, sequence: Sequence, name: str, args: Arguments) -> Values:
    match name:
        case "append" | "add" | "insert" | "appendleft" if args:
            world.heap.append(sequence, args[-1].values)
        case "extend" | "update" if args:
            for item in rounds(world, args[0].values) or ():
                world.heap.append(sequence, item)
        case "pop" | "popleft":
            return world.get_item(sequence, None)
        case "copy" | "union" | "encode" | "decode":
            return one(sequence)
        case _:
            pass
    return UNKNOWN


def _table_method(world: World, frame: Frame, table: Table, name: str, args: Arguments) -> Values:
    entries = world.heap.entries.get(table.number, {})
    match name:
        case "get" | "pop" | "setdefault" if args:
            default = argument(args, 1, "default") or one(Constant(None))
            found = index_values(world, one(table), args[0].values)
            if name == "setdefault":
                for key in args[0].values.items:
                    world.heap.put(
                        table, key.text if isinstance(key, Text) and key.known else "*", default
                    )
            sure = all(isinstance(k, Text) and k.text in entries for k in args[0].values.items)
            if sure and found.items:
                return found
            if not entries:
                # Filled by code we did not see, most likely: nothing is known of its keys.
                return join(default, UNKNOWN)
            merged = join(found, default)
            return Values(merged.items, found.decided) if found.items else default
        case "items":
            return rows_of(world, table)
        case "values":
            return one(world.heap.sequence(("values", table.number), tuple(entries.values())))
        case "keys":
            keys = tuple(key_in(k) for k in entries)
            return one(world.heap.sequence(("keys", table.number), keys))
        case "encode" | "decode":
            # A mapping written out as text is still read as one.
            return one(table)
        case "copy" | "model_dump" | "dict":
            # A copy has a life of its own: what is put into it is not in the original.
            site = (f"copy of {table.number}", table.number)
            return one(world.heap.table(site, tuple(entries.items())))
        case "update":
            for changed, values in _updates(world, args):
                world.heap.put(table, changed, values)
        case _:
            pass
    return UNKNOWN


def _updates(world: World, args: Arguments) -> list[tuple[str, Values]]:
    found = [(a.name, a.values) for a in args if a.name is not None]
    for arg in args:
        if arg.name is None:
            for value in arg.values.items:
                if isinstance(value, Table):
                    found.extend(world.heap.entries.get(value.number, {}).items())
                else:
                    found.append(("*", UNKNOWN))
    return found


def _routine_method(
    world: World, frame: Frame, target: Value, name: str, args: Arguments, place: Place
) -> Values:
    """``task.delay(...)``, ``flow.submit(...)``: a framework runs the function itself."""
    deferred = any(h.deferred for h in world.rules.handoff_methods.anywhere(name))
    if isinstance(target, Routine):
        return world.call_routine(frame, target, args, place, deferred)
    return world.call_values(frame, one(target), args, place)
