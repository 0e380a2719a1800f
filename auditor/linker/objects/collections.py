"""Methods of lists, mappings, texts and optional values, by what they do.

Each language says which of its names mean what: ``map`` and ``Select`` are both ``map`` here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from auditor.linker.conditions import compare, or_else
from auditor.linker.frame import Frame
from auditor.linker.iteration import index_values, iterate, key_in, rounds, rows_of
from auditor.linker.strings import concatenate, text_method
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    Bound,
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

#: Functions are run on each of at most this many known items, else once for any item.
MOST_ITEMS = 8
#: Under this key an optional value keeps what may be in it.
OPTIONAL = "<optional>"


def list_of(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``List.of(a, b)`` and ``listOf(a, b)``: what is given by its place."""
    items = tuple(arg.values for arg in args if arg.name is None)
    return one(world.heap.sequence((place.path, place.line), items))


def format_text(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``String.format("%s/x", a)`` and ``sprintf('%s/x', $a)``."""
    templates = argument(args, 0) or UNKNOWN
    made = [formatted(v, args[1:]) for v in templates.items if isinstance(v, Text)]
    return join(*made) if made else one(Text(HOLE))


def optional(world: World, values: Values, place: Place) -> Values:
    """A value that may be missing."""
    return one(world.heap.table((place.path, place.line), ((OPTIONAL, values),)))


def call_collection(
    world: World, frame: Frame, method: Method, meaning: str, args: Arguments, place: Place
) -> Values | None:
    """A method of a list, mapping, text or optional value; None for one that means nothing."""
    match method.receiver:
        case Sequence() as sequence:
            return _sequence(world, frame, sequence, meaning, args, place)
        case Table(number) if OPTIONAL in world.heap.entries.get(number, {}):
            held = world.heap.entries[number][OPTIONAL]
            return _optional(world, frame, held, meaning, args, place)
        case Table() as table:
            return _table(world, frame, table, meaning, args, place)
        case Text() as text:
            return _text(world, text, meaning, args)
        case Routine() | Bound() as target if meaning == "run":
            return world.call_values(frame, one(target), args, place)
        case _:
            return None


def _run(world: World, frame: Frame, args: Arguments, place: Place, *given: Values) -> Values:
    """Call what was handed over."""
    handed = tuple(Argument(None, values) for values in given)
    return world.call_values(frame, args[0].values, handed, place)


def _sequence(
    world: World, frame: Frame, sequence: Sequence, meaning: str, args: Arguments, place: Place
) -> Values | None:
    site = (place.path, place.line)
    whole = one(sequence)
    known = rounds(world, whole) or ()
    # Of a list in which nothing is known to be, something may be all the same.
    items = known if 0 < len(known) <= MOST_ITEMS else (iterate(world, whole),)
    match meaning:
        case "map" if args:
            results = tuple(_run(world, frame, args, place, item) for item in items)
            return one(world.heap.sequence(site, results))
        case "each" | "test" if args:
            for item in items:
                _run(world, frame, args, place, item)
            return UNKNOWN
        case "filter":
            for item in items if args else ():
                _run(world, frame, args, place, item)
            return one(world.heap.sequence(site, (iterate(world, whole),) * len(known)))
        case "first":
            for item in items if args else ():
                _run(world, frame, args, place, item)
            return iterate(world, whole)
        case "maybe":
            return optional(world, iterate(world, whole), place)
        case "reduce" if args:
            held = args[0].values
            for item in items:
                held = _run(world, frame, args[-1:], place, held, item)
            return held
        case "add" if args:
            world.heap.append(sequence, args[-1].values)
            return whole
        case "add all" if args:
            for item in rounds(world, args[-1].values) or (UNKNOWN,):
                world.heap.append(sequence, item)
            return whole
        case "get" if args:
            return index_values(world, whole, args[0].values)
        case "same":
            return whole
        case "join":
            return one(Text(HOLE))
        case _:
            return None


def _optional(
    world: World, frame: Frame, held: Values, meaning: str, args: Arguments, place: Place
) -> Values | None:
    match meaning:
        case "or else" if args:
            return or_else(held, args[0].values)
        case "or run" if args:
            return join(held, _run(world, frame, args, place))
        case "map" if args:
            return optional(world, _run(world, frame, args, place, held), place)
        case "each" | "filter" if args:
            _run(world, frame, args, place, held)
            return optional(world, held, place)
        case "get" | "or fail" | "first":
            return held
        case _:
            return UNKNOWN


def _table(
    world: World, frame: Frame, table: Table, meaning: str, args: Arguments, place: Place
) -> Values | None:
    entries = world.heap.entries.get(table.number, {})
    match meaning:
        case "put" | "put if absent" if len(args) > 1:
            for key in args[0].values.items:
                held = key.text if isinstance(key, Text) and key.known else "*"
                world.heap.put(table, held, args[1].values)
            return UNKNOWN
        case "get" | "or else" if args:
            found = index_values(world, one(table), args[0].values)
            if len(args) > 1:
                return join(found, args[1].values)
            return found if found.items else UNKNOWN
        case "compute" if len(args) > 1:
            made = _run(world, frame, args[1:], place, args[0].values)
            world.heap.put(table, "*", made)
            return join(index_values(world, one(table), args[0].values), made)
        case "entries":
            return rows_of(world, table)
        case "values":
            return one(world.heap.sequence(("values", table.number), tuple(entries.values())))
        case "keys":
            keys = tuple(key_in(k) for k in entries)
            return one(world.heap.sequence(("keys", table.number), keys))
        case "each" if args:
            for word, values in list(entries.items())[:MOST_ITEMS]:
                _run(world, frame, args, place, key_in(word), values)
            return UNKNOWN
        case "same":
            return one(table)
        case _:
            return None


_PLAIN: Mapping[str, str] = {
    "lower": "lower", "upper": "upper", "strip": "strip", "replace": "replace", "split": "split",
    "starts": "startswith", "ends": "endswith",
}  # fmt: skip


def _text(world: World, text: Text, meaning: str, args: Arguments) -> Values | None:
    given = [v.text for a in args for v in a.values.items[:1] if isinstance(v, Text) and v.known]
    match meaning:
        case "same":
            return one(text)
        case "equals" if args:
            return compare(world, "==", one(text), args[0].values)
        case "equals anyhow" if args:
            lowered = Values(tuple(_lowered(v) for v in args[0].values.items))
            return compare(world, "==", one(_lowered(text)), lowered)
        case "holds" if given and text.known:
            return one(Constant(given[0] in text.text, text.env))
        case "starts" | "ends" if given and text.known:
            found = text.text.startswith(given[0])
            if meaning == "ends":
                found = text.text.endswith(given[0])
            return one(Constant(found, text.env))
        case "is empty":
            return one(Constant(not text.text.strip(), text.env)) if text.known else UNKNOWN
        case "concat":
            return concatenate([one(text), *(arg.values for arg in args)])
        case "format":
            return formatted(text, args)
        case _ if meaning in _PLAIN:
            return text_method(world, text, _PLAIN[meaning], args)
        case _:
            return None


def _lowered(value: Value) -> Value:
    return replace(value, text=value.text.lower()) if isinstance(value, Text) else value


def formatted(text: Text, args: Arguments) -> Values:
    """``"%s/x".formatted(a)``: what is not known of it is a hole."""
    pieces: list[Values] = []
    rest, number = text.text, 0
    while "%" in rest:
        before, _, rest = rest.partition("%")
        pieces.append(one(replace(text, text=before)))
        sign = rest[:1]
        rest = rest.lstrip("-+# 0123456789.$,")[1:] if sign != "%" else rest[1:]
        if sign in "%n":
            pieces.append(one(Text("%" if sign == "%" else "\n")))
            continue
        given = args[number].values if number < len(args) else NONE
        pieces.append(given if given.items else one(Text(HOLE)))
        number += 1
    pieces.append(one(replace(text, text=rest)))
    return concatenate([piece for piece in pieces if piece.items])
