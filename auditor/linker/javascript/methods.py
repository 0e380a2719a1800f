"""Methods of arrays, maps, strings and functions as JavaScript has them."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.caught import compared
from auditor.linker.conditions import Truth, are_credentials, compare, truth_of
from auditor.linker.cutting import some_of
from auditor.linker.frame import Frame
from auditor.linker.iteration import iterate, key_in, list_of_rows, rounds, rows_of
from auditor.linker.javascript.environment import (
    PARSERS,
    REFINEMENTS,
    holds_environment,
    parsed,
)
from auditor.linker.registries import is_registry
from auditor.linker.strings import as_text, several_keys, text_method
from auditor.linker.taken_out import take_out
from auditor.linker.values import (
    HOLE,
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
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.credentials import is_placeholder
from auditor.model.facts import Attr, Binary, Call, Return
from auditor.model.nodes import first_name

#: Methods that take items out of an array.
TAKERS = frozenset({"pop", "shift", "splice"})
#: Callbacks are run on each of at most this many known items, else once for any item.
MOST_ITEMS = 8
_CASES = {"toLowerCase": "lower", "toUpperCase": "upper", "toLocaleLowerCase": "lower"}
_SAME = frozenset({"toString", "valueOf", "normalize", "trim", "trimStart", "trimEnd"})


def call_own_method(
    world: World, frame: Frame, method: Method, args: Arguments, place: Place
) -> Values | None:
    """A built-in method; None where the common rules hold."""
    match method.receiver:
        case Sequence() as sequence:
            taken = None
            if method.name in TAKERS:
                taken = take_out(world, frame, method, args, place)
            return taken or _sequence(world, frame, sequence, method.name, args, place)
        case Table() as table if not is_registry(world, table):
            return _table(world, frame, table, method.name, args, place)
        case Text() as text:
            return _string(world, text, method.name, args)
        case Routine() | Bound() as target:
            return _function(world, frame, target, method.name, args, place)
        case _:
            return None


def _run(
    world: World, frame: Frame, args: Arguments, place: Place, item: Values, first: Values | None
) -> Values:
    """Call what was handed over with one item."""
    before = () if first is None else (Argument(None, first),)
    given = (*before, Argument(None, item), Argument(None, UNKNOWN))
    return world.call_values(frame, args[0].values, given, place)


def _sequence(
    world: World, frame: Frame, sequence: Sequence, name: str, args: Arguments, place: Place
) -> Values | None:
    site = (place.path, place.line)
    whole = one(sequence)
    known = rounds(world, whole) or ()
    items = known if len(known) <= MOST_ITEMS else (iterate(world, whole),)
    match name:
        case "map" | "flatMap" if args:
            results = tuple(_run(world, frame, args, place, item, None) for item in items)
            return one(world.heap.sequence(site, results))
        case "forEach" | "some" | "every" | "findIndex" if args:
            for item in items:
                _run(world, frame, args, place, item, None)
            return UNKNOWN
        case "sort" | "toSorted":
            for item in items if args else ():
                _run(world, frame, args, place, item, None)
            return one(world.heap.reordered(site, known))
        case "filter":
            told = [_run(world, frame, args, place, item, None) for item in items if args]
            if len(told) == len(known):
                truths = [truth_of(says) for says in told]
                kept = zip(known, truths, strict=True)
                known = tuple(item for item, truth in kept if truth is not Truth.FALSE)
                open_ones = truths.count(Truth.OPEN)
                if open_ones > 1 and any(_picks(world, v) for v in args[0].values.items):
                    known = (join(*known),)
            return one(world.heap.sequence(site, known))
        case "find" | "findLast" | "at" | "pop" | "shift":
            for item in items if args and name.startswith("find") else ():
                _run(world, frame, args, place, item, None)
            return iterate(world, whole)
        case "reduce" | "reduceRight" if args:
            held = args[1].values if len(args) > 1 else UNKNOWN
            for item in items:
                held = _run(world, frame, args, place, item, held)
            return held
        case "push" | "unshift" | "add":
            for arg in args:
                world.heap.append(sequence, arg.values)
            return UNKNOWN
        case "concat":
            more = [i for a in args for i in rounds(world, a.values) or (a.values,)]
            return one(world.heap.sequence(site, (*known, *more)))
        case "slice" if args:
            ends = _numbers(args) if sequence.number not in world.heap.unordered else None
            # Of what is cut off empty here, more may be put in elsewhere.
            part = known[slice(*(*ends, None)[:2])] if ends else ()
            return one(world.heap.sequence(site, part)) if part else some_of(world, sequence, site)
        case "slice" | "flat" | "values" | "splice":
            return whole
        case "reverse" | "toReversed":
            return one(world.heap.sequence(site, tuple(reversed(known))))
        case "entries":
            return list_of_rows(world, site, ((one(Constant(n)), v) for n, v in enumerate(known)))
        case "join":
            return _joined(known, args)
        case "includes" | "has" if args:
            # ``[429, 503].includes(error.status)``
            found = compared(world, "in", args[0].values, whole)
            if found is None and known and sequence.number not in world.heap.grown:
                return compare(world, "in", args[0].values, whole)
            return found or UNKNOWN
        case "includes" | "indexOf" | "has":
            return UNKNOWN
        case _:
            return None


def _picks(world: World, chooser: Value) -> bool:
    """Whether it takes what has a certain name, or what stands in a list: some of the items.

    What is passed over because it is not well or not there is another matter, and so is a list that
    says so. A comparison of constants has been decided for each item.
    """
    if not isinstance(chooser, Routine) or not world.functions[chooser.number].node.params:
        return False
    node = world.functions[chooser.number].node
    own = node.params[0].name
    match node.body:
        case (Return(value=Binary("==", left, right)),):
            return (first_name(left) == own) != (first_name(right) == own)
        case (Return(value=Call(Attr(base, "includes" | "has"), (asked,))),):
            return first_name(asked.value) == own != first_name(base)
        case _:
            return False


def _numbers(args: Arguments) -> tuple[int, ...] | None:
    """The positions that are given; None where one is not a known number."""
    given = [arg.values.items for arg in args]
    known = [v.value for (v, *more) in given if isinstance(v, Constant) and not more]
    found = tuple(number for number in known if isinstance(number, int))
    return found if len(found) == len(given) > 0 else None


def _joined(items: tuple[Values, ...], args: Arguments) -> Values:
    if len(items) > MOST_ITEMS:
        return one(Text(HOLE))
    separator = as_text(args[0].values.items[0]).text if args and args[0].values.items else ","
    texts = [as_text(i.items[0]).text if len(i.items) == 1 else HOLE for i in items]
    return one(Text(separator.join(texts)[:300]))


def _table(
    world: World, frame: Frame, table: Table, name: str, args: Arguments, place: Place
) -> Values | None:
    entries = world.heap.entries.get(table.number, {})
    match name:
        case "set" if len(args) > 1:
            for key in args[0].values.items:
                held = key.text if isinstance(key, Text) and key.known else "*"
                world.heap.put(table, held, args[1].values)
            return one(table)
        case "forEach" if args:
            for word, values in list(entries.items())[:MOST_ITEMS]:
                given = (Argument(None, values), Argument(None, key_in(word)))
                world.call_values(frame, args[0].values, given, place)
            return UNKNOWN
        case "entries":
            return rows_of(world, table)
        case "has" | "delete" | "hasOwnProperty" | "clear":
            return UNKNOWN
        case _ if name in PARSERS and args and holds_environment(args[0].values):
            found = parsed(world, table)
            if not name.startswith("safe"):
                return found
            checked = (("data", found), ("success", UNKNOWN), ("error", UNKNOWN))
            return one(world.heap.table((place.path, place.line), checked))
        case _ if name in REFINEMENTS or name in ("extend", "partial", "strict", "passthrough"):
            return one(table)
        case _:
            return None


def _string(world: World, text: Text, name: str, args: Arguments) -> Values | None:
    given = [v.text for a in args for v in a.values.items[:1] if isinstance(v, Text) and v.known]
    if name in _CASES:
        return one(replace(text, text=getattr(text.text, _CASES[name])()))
    if name in _SAME or (name in REFINEMENTS and name != "startsWith"):
        return one(text)
    match name:
        case "startsWith" | "endsWith":
            return text_method(world, text, name.lower(), args)
        case "includes" if are_credentials(text.env) and any(map(is_placeholder, given)):
            return one(Constant(False, text.env))
        case "includes" if given and text.known:
            return one(Constant(given[0] in text.text, text.env))
        case "replace" | "replaceAll" if len(given) == 2:
            count = 1 if name == "replace" else -1
            return one(replace(text, text=text.text.replace(given[0], given[1], count)))
        case "concat":
            return one(replace(text, text=text.text + "".join(_texts(args))))
        case "split" if are_credentials(text.env):
            return several_keys(world, text)
        case "split" if given and given[0] and text.known:
            pieces = tuple(one(replace(text, text=p)) for p in text.text.split(given[0]))
            return one(world.heap.sequence(("", 0), pieces))
        case "slice" | "substring" if text.known and _positions(args) is not None:
            start, end = _positions(args) or (0, None)
            return one(replace(text, text=text.text[start:end]))
        case _:
            return None


def _texts(args: Arguments) -> list[str]:
    return [as_text(v).text for a in args for v in a.values.items[:1]]


def _positions(args: Arguments) -> tuple[int, int | None] | None:
    """Where a piece begins and ends; None where a position is not known."""
    found: list[int] = []
    for arg in args:
        match arg.values.items:
            case (Constant(int() as number, _),):
                found.append(number)
            case _:
                return None
    return (found[0], found[1] if len(found) > 1 else None) if found else None


def _function(
    world: World, frame: Frame, target: Value, name: str, args: Arguments, place: Place
) -> Values | None:
    """``f.bind(this, a)``, ``f.call(this, a)``, ``f.apply(this, [a])``."""
    match name:
        case "bind":
            return one(Bound(target, args[1:])) if len(args) > 1 else one(target)
        case "call":
            return world.call_values(frame, one(target), args[1:], place)
        case "apply":
            listed = rounds(world, args[1].values) if len(args) > 1 else None
            given = tuple(Argument(None, item) for item in listed or (join(UNKNOWN),))
            return world.call_values(frame, one(target), given, place)
        case _:
            return None
