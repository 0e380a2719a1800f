"""Lists, mappings, comprehensions and texts put together."""

from __future__ import annotations

from collections.abc import Iterator, Sized

from auditor.linker.conditions import Truth, truth_of
from auditor.linker.frame import Frame
from auditor.linker.iteration import entry_for, iterate, lists_in, rounds
from auditor.linker.strings import concatenate
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Constant,
    Instance,
    Sequence,
    Table,
    Text,
    Unknown,
    Values,
    join,
    one,
    prefer,
)
from auditor.linker.world import World
from auditor.model.facts import (
    Attr,
    Binary,
    Comprehension,
    Const,
    Expr,
    Format,
    Many,
    Mapping,
    Name,
    Star,
)
from auditor.model.nodes import first_name

#: A mapping made of at most this many known items is made item by item.
MOST_ITEMS = 40
#: What is known of a condition, the least first.
_LEAST_SURE = (Truth.OPEN, Truth.SETTING_FALSE, Truth.SETTING_TRUE, Truth.TRUE)


def evaluate_format(world: World, frame: Frame, expr: Format) -> Values:
    """Text put together from parts."""
    parts = [world.evaluate(frame, part) for part in expr.parts]
    return concatenate(parts)


def evaluate_many(world: World, frame: Frame, expr: Many) -> Values:
    """A list, tuple or set display."""
    items: list[Values] = []
    for item in expr.items:
        if isinstance(item, Star):
            for value in world.evaluate(frame, item.value).items:
                if isinstance(value, Sequence):
                    items.extend(world.heap.items.get(value.number, ()))
        else:
            items.append(world.evaluate(frame, item))
    made = world.heap.sequence((frame.path, expr.line), tuple(items), _owner(frame, items))
    if not any(isinstance(item, Star) for item in expr.items):
        world.heap.counted.add(made.number)
    return one(made)


def evaluate_mapping(world: World, frame: Frame, expr: Mapping) -> Values:
    """A dictionary display."""
    entries: dict[str, Values] = {}
    for key, item in expr.items:
        values = world.evaluate(frame, item)
        if key is None:
            _spread(world, entries, values)
            continue
        keys = world.evaluate(frame, key)
        for name in keys.items or (Text(HOLE),):
            text = entry_for(name)
            entries[text] = join(entries.get(text, NONE), values) if text == "*" else values
    listed = tuple(entries.items())
    return one(world.heap.table((frame.path, expr.line), listed, _owner(frame, listed)))


def _spread(world: World, entries: dict[str, Values], values: Values) -> None:
    """``{...given}``: of several dictionaries that it may be, what each of them leaves."""
    heap = world.heap
    tables = [heap.entries.get(v.number, {}) for v in values.items if isinstance(v, Table)]
    for name in dict.fromkeys(name for table in tables for name in table):
        before = entries.get(name, NONE)
        left = [_over(before, table[name]) if name in table else before for table in tables]
        if len(left) == 1:
            entries[name] = left[0]
        else:
            entries[name] = Values(join(*left).items, values.decided and name in tables[0])
    if len(tables) < len(values.items):
        entries["*"] = UNKNOWN


def _owner(frame: Frame, given: Sized) -> int:
    """Whose a list or dictionary is that begins empty: each object fills its own."""
    return frame.receiver.number if isinstance(frame.receiver, Instance) and not given else 0


def _over(before: Values, given: Values) -> Values:
    """What an entry is after a spread: where that is a variable without a default, the old one."""
    unset = [v for v in given.items if isinstance(v, Text) and v.text == HOLE and v.env]
    nothing = [v for v in given.items if v == Constant(None) or isinstance(v, Unknown)]
    if not before.items or not unset or len(unset) + len(nothing) < len(given.items):
        return given
    return prefer(before, Values(tuple(unset)))


def evaluate_comprehension(world: World, frame: Frame, expr: Comprehension) -> Values:
    """A comprehension: its element item by item, as far as the items are known."""
    inner = world.new_frame(
        frame.path,
        {},
        function=frame.function,
        cls=frame.cls,
        parent=frame,
        receiver=frame.receiver,
        out=frame.out,
        feeds=frame.feeds,
        asks=frame.asks,
    )
    iterable = world.evaluate(inner, expr.loops[0][1])
    lists = lists_in(world, iterable)
    if not lists or max(map(len, lists)) > MOST_ITEMS:
        lists = (_items(world, iterable, MOST_ITEMS),)
    built = [_built(world, inner, expr, items) for items in lists]
    made = join(*built)
    decided = iterable.decided if len(built) > 1 else built[0].decided
    return made._replace(decided=decided and len(made.items) > 1)


def _built(world: World, inner: Frame, expr: Comprehension, items: tuple[Values, ...]) -> Values:
    """The list or dictionary that comes of these items of the outermost loop."""
    site = (inner.path, expr.line)
    if expr.key is not None:
        entries: dict[str, Values] = {}
        for _ in _each(world, inner, expr, items):
            _add_entries(
                entries, world.evaluate(inner, expr.key), world.evaluate(inner, expr.element)
            )
        return one(world.heap.table(site, tuple(entries.items())))
    taken = _each(world, inner, expr, items)
    found = [(truth, world.evaluate(inner, expr.element)) for truth in taken]
    elements = tuple(element for _, element in found)
    truths = {truth for truth, _ in found}
    if Truth.OPEN in truths:
        # Nobody knows which of them is asked for.
        return one(world.heap.sequence(site, (join(*elements),)))
    if truths > {Truth.SETTING_FALSE}:
        chosen = tuple(element for truth, element in found if truth is not Truth.SETTING_FALSE)
        shipped = world.heap.sequence(site, chosen)
        return Values((shipped, world.heap.sequence(site, elements)), decided=True)
    if not elements:
        # Nothing is in it as far as can be seen, which may be because it is filled elsewhere.
        elements = (_anyone(world, inner, expr),)
    return one(world.heap.sequence(site, elements))


def _anyone(world: World, inner: Frame, expr: Comprehension) -> Values:
    for target, iterable, conditions in expr.loops:
        world.assign(inner, target, iterate(world, world.evaluate(inner, iterable)))
        for condition in conditions:
            world.evaluate(inner, condition)
    return world.evaluate(inner, expr.element)


def _each(
    world: World, inner: Frame, expr: Comprehension, items: tuple[Values, ...]
) -> Iterator[Truth]:
    """Binds the targets of the loops: one item after another where there are few enough.

    Gives what a condition says of it that takes those that somebody names; true without one.
    """
    most = MOST_ITEMS
    todo = [iter(items)]
    while todo:
        item = next(todo[-1], None)
        if item is None:
            todo.pop()
            continue
        target, _, conditions = expr.loops[len(todo) - 1]
        world.assign(inner, target, item)
        truths = [(c, truth_of(world.evaluate(inner, c))) for c in conditions]
        if any(truth is Truth.FALSE for _, truth in truths):
            continue
        if len(todo) < len(expr.loops):
            most = max(most // 4, 1)
            iterable = world.evaluate(inner, expr.loops[len(todo)][1])
            todo.append(iter(_items(world, iterable, most)))
        else:
            named = [truth for c, truth in truths if _names(inner, c)]
            yield min(named, key=_LEAST_SURE.index, default=Truth.TRUE)


def _names(inner: Frame, condition: Expr) -> bool:
    """``name == wanted``, or ``name in allowed`` of a parameter: somebody names those."""
    match condition:
        case Binary("==" | "is", left, right):
            return not isinstance(left, Const) and not isinstance(right, Const)
        case Binary("in", _, Name() | Attr() as among) if inner.function is not None:
            given = {param.name for param in inner.function.node.params} - {"self", "cls"}
            return first_name(among) in given
        case _:
            return False


def _items(world: World, iterable: Values, most: int) -> tuple[Values, ...]:
    known = rounds(world, iterable)
    if known is None or len(known) > most:
        return (iterate(world, iterable),)
    return known


def _add_entries(entries: dict[str, Values], keys: Values, values: Values) -> None:
    for key in keys.items:
        text = entry_for(key)
        sure = text != "*" and len(keys.items) == 1
        entries[text] = values if sure else join(entries.get(text, NONE), values)
