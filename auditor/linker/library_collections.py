"""What Python's own functions make of dictionaries, lists and what is iterated."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.iteration import (
    entry_for,
    item_by_item,
    iterate,
    list_of_rows,
    lists_in,
    rounds,
)
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    Constant,
    Sequence,
    Table,
    Unknown,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import Place, World


def table(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``dict(pairs, name=value)``; an argument that is not followed makes any key possible."""
    entries: dict[str, Values] = {}
    for arg in args:
        if arg.name is not None:
            entries[arg.name] = arg.values
        else:
            for value in arg.values.items:
                if isinstance(value, Table):
                    entries.update(world.heap.entries.get(value.number, {}))
                elif isinstance(value, Sequence):
                    entries.update(_pairs(world, value))
                else:
                    entries["*"] = UNKNOWN
    return one(world.heap.table((place.path, place.line), tuple(entries.items())))


def _pairs(world: World, sequence: Sequence) -> dict[str, Values]:
    found: dict[str, Values] = {}
    for item in world.heap.items.get(sequence.number, ()):
        for pair in item.items:
            keys = world.get_item(pair, 0) if isinstance(pair, Sequence) else NONE
            for key in keys.items or (Unknown(),):
                entry = entry_for(key)
                found[entry] = join(found.get(entry, NONE), world.get_item(pair, 1))
    return found


def listed(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``list(items)`` and what else keeps the items in a sequence."""
    items = item_by_item(world, args[0].values) if args else ()
    return one(world.heap.sequence((place.path, place.line), items))


def copied(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``list(items)``: of a list whose length is known, another of that length."""
    made = listed(world, frame, args, place)
    given = args[0].values.items if args else ()
    if len(given) == 1 and isinstance(given[0], Sequence) and world.heap.is_whole(given[0]):
        world.heap.counted.update(v.number for v in made.items if isinstance(v, Sequence))
    return made


def turned_round(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``reversed(items)``: in the other order where all items are known."""
    known = rounds(world, args[0].values) if args else None
    if known is None:
        return listed(world, frame, args, place)
    return one(world.heap.sequence((place.path, place.line), tuple(reversed(known))))


def numbered(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``enumerate(items)``: rows of number and item."""
    given = args[0].values if args else UNKNOWN
    lists = lists_in(world, given) or _only_list(world, given)
    site = (place.path, place.line)
    if not lists:
        return list_of_rows(world, site, [(UNKNOWN, iterate(world, given))])
    rows = join(*(_numbered(world, site, items) for items in lists))
    return rows._replace(decided=given.decided and len(rows.items) > 1)


def _only_list(world: World, values: Values) -> tuple[tuple[Values, ...], ...]:
    known = rounds(world, values)
    return (known,) if known is not None else ()


def _numbered(world: World, site: tuple[str, int], items: tuple[Values, ...]) -> Values:
    pairs = ((one(Constant(number)), item) for number, item in enumerate(items))
    return list_of_rows(world, site, pairs)


def side_by_side(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``zip(a, b)``: rows, or one row for all where the items are not known one by one."""
    site = (place.path, place.line)
    columns = [rounds(world, a.values) for a in args if a.name is None]
    if all(c is not None for c in columns) and columns:
        rows = zip(*(c for c in columns if c is not None), strict=False)
        return list_of_rows(world, site, rows)
    row = tuple(iterate(world, a.values) for a in args if a.name is None)
    return list_of_rows(world, site, [row])


def mapped(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``map(function, items)``: the function runs once, on what any item may be."""
    if len(args) < 2:
        return UNKNOWN
    items = tuple(a._replace(values=iterate(world, a.values)) for a in args[1:])
    result = world.call_values(frame, args[0].values, items, place)
    return one(world.heap.sequence((place.path, place.line), (result,)))


def next_item(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``next(items, default)``: any of the items."""
    if not args:
        return UNKNOWN
    return join(iterate(world, args[0].values), argument(args, 1) or NONE)


def shuffled(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """As many items as before, each of which may be any of them."""
    known = rounds(world, args[0].values) if args else None
    if known is None:
        return listed(world, frame, args[:1], place)
    anyone = join(*known)
    return one(world.heap.sequence((place.path, place.line), (anyone,) * len(known)))


def in_order(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``sorted(items, key=f)``: runs f; the items may stand in any order."""
    extreme(world, frame, args, place)
    items = item_by_item(world, args[0].values) if args else ()
    return one(world.heap.reordered((place.path, place.line), items))


def extreme(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``min(items, key=f)``: runs f on the items, gives back one of them."""
    items = listed(world, frame, tuple(a for a in args if a.name is None), place)
    key = argument(args, "key")
    if key is not None:
        given = (Argument(None, iterate(world, items)),)
        world.call_values(frame, key, given, place)
    return items
