"""Items of lists and mappings: by key, by position, one after another."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.linker.conditions import are_credentials
from auditor.linker.frame import Frame
from auditor.linker.values import (
    HOLE,
    UNKNOWN,
    Arguments,
    Constant,
    External,
    Foreign,
    Module,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    join,
    one,
    prefer,
)
from auditor.linker.world import Place, World
from auditor.model.facts import Expr, Index

#: Keys are as long as whoever asks for their length wants them to be.
LENGTH_OF_KEYS = 40
#: Longer ranges of numbers are not told apart.
LONGEST_RANGE = 8
#: Where it may be one of several lists, each is gone through if there are no more than these.
MOST_LISTS = 4


def index_values(world: World, base: Values, keys: Values) -> Values:
    """``base[key]`` over all combinations; settings that choose the key choose the item."""
    chosen: list[Values] = []
    # Nothing is found in what is None, where it may be that.
    holders = [h for h in base.items if not isinstance(h, Constant)] or base.items
    for number, key in enumerate(keys.items):
        plain = key_of(key)
        found = join(*(_item_at(world, holder, key) for holder in holders))
        if isinstance(key, Text) and key.env and plain is not None:
            everything = join(*(world.get_item(holder, None) for holder in holders))
            return prefer(found, everything)
        if keys.decided and number == 0:
            rest = join(*(world.get_item(h, key_of(k)) for k in keys.items[1:] for h in holders))
            return prefer(found, rest)
        chosen.append(found)
    return join(*chosen) if chosen else UNKNOWN


def _item_at(world: World, holder: Value, key: Value) -> Values:
    plain = key_of(key)
    if plain is None and isinstance(holder, External) and isinstance(key, Text):
        # Of what lies outside the name is asked for, though it may be known in part only.
        named = world.dialect.item(world, holder, key.text)
        if named is not None:
            return named
    return world.get_item(holder, plain)


def key_of(value: Value) -> str | int | None:
    """A key or position as a plain value, None where it is not known."""
    if isinstance(value, Text) and value.known:
        return value.text
    if isinstance(value, Constant) and isinstance(value.value, int):
        return value.value
    return None


def is_unset(world: World, frame: Frame, expr: Expr) -> bool:
    """``MODES[process.env.MODE]`` where nothing sets the variable: there is no such entry."""
    if not isinstance(expr, Index):
        return False
    keys = world.evaluate(frame, expr.key).items
    return bool(keys) and all(
        isinstance(key, Text) and key.text == HOLE and bool(key.env) for key in keys
    )


def entry_for(key: Value) -> str:
    """Under which entry of a dictionary a key's values are kept; ``*`` where it is not known."""
    plain = key_of(key)
    return str(plain) if plain is not None else "*"


def key_in(entry: str) -> Values:
    """The key whose values a dictionary keeps under this entry."""
    return one(Text(HOLE if entry == "*" else entry))


def list_of_rows(world: World, site: tuple[str, int], rows: Iterable[tuple[Values, ...]]) -> Values:
    """A list of lists, all of them built at ``site``."""
    made = tuple(one(world.heap.sequence(site, row)) for row in rows)
    return one(world.heap.sequence(site, made))


def rows_of(world: World, table: Table) -> Values:
    """The keys of a dictionary, each with its values, as a list of lists."""
    entries = world.heap.entries.get(table.number, {})
    pairs = ((key_in(key), values) for key, values in entries.items())
    return list_of_rows(world, ("", table.number), pairs)


def iterate(world: World, values: Values) -> Values:
    """What iterating over the values gives, item by item, all in one set."""
    found: list[Values] = []
    for value in values.items:
        match value:
            case Sequence(number):
                found.extend(world.heap.items.get(number, ()))
            case Table(number):
                entries = world.heap.entries.get(number, {})
                found.extend(key_in(k) for k in entries)
            case Foreign() | Module() | External():
                found.append(UNKNOWN)
            case _:
                found.append(UNKNOWN)
    return join(*found) if found else UNKNOWN


def rounds(world: World, values: Values) -> tuple[Values, ...] | None:
    """The items of a list or the keys of a dictionary in order; None where they are not known."""
    if len(values.items) != 1 and not (values.decided and values.items):
        return None
    match values.items[0]:
        case Sequence(number):
            return world.heap.items.get(number, ())
        case Table(number):
            entries = world.heap.entries.get(number, {})
            return None if "*" in entries else tuple(one(Text(k)) for k in entries)
        case _:
            return None


def lists_in(world: World, values: Values) -> tuple[tuple[Values, ...], ...]:
    """The lists that it may be, item by item, where these are few and all are known; else none."""
    if not 1 < len(values.items) <= MOST_LISTS:
        return ()
    each = [rounds(world, one(value)) for value in values.items]
    known = tuple(dict.fromkeys(items for items in each if items is not None))
    return () if None in each else known


def unfolded(world: World, values: Values) -> list[Value]:
    """The values, in place of each list its items."""
    found: list[Value] = []
    for value in values.items:
        if isinstance(value, Sequence):
            found.extend(v for item in world.heap.items.get(value.number, ()) for v in item.items)
        else:
            found.append(value)
    return found


def item_by_item(world: World, values: Values) -> tuple[Values, ...]:
    """The items one by one where they are known, else one that is any of them."""
    known = rounds(world, values)
    return known if known is not None else (iterate(world, values),)


def short_range(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``range(3)``: the numbers of a short range of constants."""
    bounds = [v.value for a in args for v in a.values.items if isinstance(v, Constant)]
    whole = [b for b in bounds if isinstance(b, int)]
    plain = len(whole) == len(args) and all(len(a.values.items) == 1 for a in args)
    if not plain or not 0 < len(whole) <= 3 or not all(whole[2:]):
        return UNKNOWN
    numbers = range(*whole)
    if len(numbers) > LONGEST_RANGE:
        return UNKNOWN
    items = tuple(one(Constant(number)) for number in numbers)
    return one(world.heap.sequence((place.path, place.line), items))


def count_items(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """The length of what is given, as far as it is known."""
    match args[0].values.items if args else ():
        case (value,):
            return length_of(world, value) or UNKNOWN
        case _:
            return UNKNOWN


def length_of(world: World, value: Value) -> Values | None:
    """The length of a list that is written out and that nothing we see adds to, or of a key."""
    heap = world.heap
    match value:
        case Sequence() if heap.is_whole(value):
            items = heap.items.get(value.number, ())
            return one(Constant(len(items))) if items else None
        case Text(env=env) if are_credentials(env):
            return one(Constant(LENGTH_OF_KEYS, env))
        case _:
            return None
