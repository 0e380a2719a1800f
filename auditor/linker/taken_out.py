"""What a function takes out of a list or dictionary under a name of its own: ``all.pop()``.

What holds everything that was ever put into it is so replaced by what is left, under the names of
this function. In loops it stays as it is: nobody knows in which round something is taken.
"""

from __future__ import annotations

from auditor.linker.cutting import some_of
from auditor.linker.frame import Frame
from auditor.linker.iteration import entry_for
from auditor.linker.stores import KEPT
from auditor.linker.values import (
    Argument,
    Arguments,
    Constant,
    Method,
    Sequence,
    Table,
    Values,
    argument,
    is_unknown,
    one,
)
from auditor.linker.world import Place, World

#: Methods that take one item away, by its position.
BY_POSITION = frozenset({"pop", "popleft", "shift", "__delitem__"})
#: Those of them that take the first one.
OF_THE_FIRST = frozenset({"popleft", "shift"})
#: Methods that take away an item that they are given.
BY_ITEM = frozenset({"remove", "discard"})


def take_out(
    world: World, frame: Frame, method: Method, args: Arguments, place: Place
) -> Values | None:
    """What a call that takes something out gives back; None for every other method."""
    holder = method.receiver
    if frame.exits or not isinstance(holder, Sequence | Table):
        return None
    names = [name for name, values in frame.env.items() if values.items == (holder,)]
    if not names:
        return None
    if isinstance(holder, Table):
        left = _without_key(world, holder, method.name, args, place)
        taken = None
    else:
        left, taken = _without_item(world, holder, method.name, args, place)
    if left is not None:
        frame.env.update(dict.fromkeys(names, left))
    return taken


def _without_item(
    world: World, holder: Sequence, name: str, args: Arguments, place: Place
) -> tuple[Values | None, Values | None]:
    """The list without what is taken, and that; None for what is not known or stays as it is."""
    items = world.heap.items.get(holder.number, ())
    site = (place.path, place.line)
    if name == "clear":
        return one(world.heap.sequence(site, ())), None
    if name == "insert":
        return _with_first(world, holder, items, args, site), None
    if name == "splice" and args:
        return _spliced(world, holder, args, site)
    if name in BY_ITEM and args:
        found = [n for n, item in enumerate(items) if item == args[0].values]
        return (_left(world, holder, found[0], site), None) if len(found) == 1 else (None, None)
    if name not in BY_POSITION or not items:
        return None, None
    number = 0 if name in OF_THE_FIRST else _position(args)
    whole = world.heap.is_whole(holder)
    if number is None or not -len(items) <= number < len(items) or not (whole or number == 0):
        return some_of(world, holder, site), None
    return _left(world, holder, number % len(items), site), items[number]


def _spliced(
    world: World, holder: Sequence, args: Arguments, site: tuple[str, int]
) -> tuple[Values | None, Values | None]:
    """``all.splice(start, count, ...)``: what is left, with what is put in, and what is taken."""
    items = world.heap.items.get(holder.number, ())
    start, put_in = _position(args[:1]), tuple(arg.values for arg in args[2:])
    count = _position(args[1:2]) if len(args) > 1 else len(items)
    if start is None or count is None or count < 0 or not world.heap.is_whole(holder):
        for values in put_in:
            world.heap.append(holder, values)
        return (some_of(world, holder, site), None) if count != 0 else (None, None)
    first, behind, _ = slice(start, None).indices(len(items))
    taken = items[first : first + count]
    left = (*items[:first], *put_in, *items[min(first + count, behind) :])
    return _list(world, holder, left, site), one(world.heap.sequence(site, taken))


def _position(args: Arguments) -> int | None:
    match args:
        case ():
            return -1
        case (Argument(values=Values(items=(Constant(int() as number),))), *_):
            return number
        case _:
            return None


def _left(world: World, holder: Sequence, number: int, site: tuple[str, int]) -> Values:
    items = world.heap.items.get(holder.number, ())
    return _list(world, holder, (*items[:number], *items[number + 1 :]), site)


def _list(
    world: World, holder: Sequence, items: tuple[Values, ...], site: tuple[str, int]
) -> Values:
    heap = world.heap
    made = heap.sequence(site, items)
    # It is the same list still: whatever is added to the one is in the other.
    if made != holder:
        heap.left[holder.number] = made.number
    if heap.is_whole(holder):
        heap.counted.add(made.number)
    if holder.number in heap.stocked and items:
        heap.stocked.add(made.number)
    return one(made)


def _with_first(
    world: World,
    holder: Sequence,
    items: tuple[Values, ...],
    args: Arguments,
    site: tuple[str, int],
) -> Values | None:
    """``providers.insert(0, preferred)``: it is the first one from then on."""
    place, given = argument(args, 0), argument(args, 1)
    if place != one(Constant(0)) or given is None or is_unknown(given) or not items:
        return None
    world.heap.append(holder, given)
    return _list(world, holder, (given, *(item for item in items if item != given)), site)


def cut_short(
    world: World, frame: Frame, holder: Sequence, length: Values, site: tuple[str, int]
) -> None:
    """``all.length = 1``: only the first items are left."""
    names = [name for name, values in frame.env.items() if values.items == (holder,)]
    items = world.heap.items.get(holder.number, ())
    match length.items:
        case (Constant(int() as number),) if world.heap.is_whole(holder):
            left = _list(world, holder, items[:number], site)
        case _:
            left = some_of(world, holder, site)
    if not frame.exits:
        frame.env.update(dict.fromkeys(names, left))


def _without_key(
    world: World, holder: Table, name: str, args: Arguments, place: Place
) -> Values | None:
    """The dictionary without one that can be asked, where that is taken away for good."""
    entries = world.heap.entries.get(holder.number, {})
    keys = [entry_for(v) for v in args[0].values.items] if args else []
    if name not in ("pop", "__delitem__") or len(keys) != 1 or keys[0] not in entries:
        return None
    if not any(isinstance(v, KEPT) for v in entries[keys[0]].items):
        return None
    left = tuple((key, values) for key, values in entries.items() if key != keys[0])
    return one(world.heap.table((place.path, place.line), left))
