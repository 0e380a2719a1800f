"""Lists, mappings, comprehensions and texts put together."""

from __future__ import annotations

from auditor.linker.iteration import iterate, key_of
from auditor.linker.strings import concatenate
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Sequence,
    Table,
    Text,
    Values,
    join,
    one,
)
from auditor.linker.world import Frame, World
from auditor.model.facts import (
    Comprehension,
    Format,
    Many,
    Mapping,
    Star,
)


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
    made = world.heap.sequence((frame.path, expr.line), tuple(items))
    if not any(isinstance(item, Star) for item in expr.items):
        world.heap.counted.add(made.number)
    return one(made)


def evaluate_mapping(world: World, frame: Frame, expr: Mapping) -> Values:
    """A dictionary display."""
    entries: dict[str, Values] = {}
    for key, item in expr.items:
        values = world.evaluate(frame, item)
        if key is None:
            for spread in values.items:
                if isinstance(spread, Table):
                    entries.update(world.heap.entries.get(spread.number, {}))
                else:
                    entries["*"] = UNKNOWN
            continue
        keys = world.evaluate(frame, key)
        for name in keys.items or (Text(HOLE),):
            plain = key_of(name)
            text = str(plain) if plain is not None else "*"
            entries[text] = join(entries.get(text, NONE), values) if text == "*" else values
    return one(world.heap.table((frame.path, expr.line), tuple(entries.items())))


def evaluate_comprehension(world: World, frame: Frame, expr: Comprehension) -> Values:
    """A comprehension: its element once, for any item."""
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
        depth=frame.depth,
    )
    for target, iterable, conditions in expr.loops:
        items = iterate(world, world.evaluate(inner, iterable))
        world.assign(inner, target, items)
        for condition in conditions:
            world.evaluate(inner, condition)
    element = world.evaluate(inner, expr.element)
    site = (frame.path, expr.line)
    if expr.key is None:
        return one(world.heap.sequence(site, (element,)))
    keys = world.evaluate(inner, expr.key)
    entries: dict[str, Values] = {}
    for key in keys.items:
        plain = key_of(key)
        text = str(plain) if plain is not None else "*"
        entries[text] = join(entries.get(text, NONE), element)
    return one(world.heap.table(site, tuple(entries.items())))
