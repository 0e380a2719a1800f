"""Registries of models: made by a library's function, asked by key, or by ``provider:model``."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.rules import find_path
from auditor.linker.slots import given_to
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Argument,
    Arguments,
    External,
    RuleMember,
    RuleObject,
    Table,
    Text,
    Values,
    join,
    one,
)
from auditor.linker.world import Place, World
from auditor.model.catalog import Registry

#: Marks the table of a registry, and holds what is asked for keys that are missing.
OTHERWISE = "<otherwise>"
#: What stands between the name of a provider and that of its model.
_SEPARATORS = ":>/|"


def make_registry(world: World, rule: Registry, args: Arguments, place: Place) -> Values:
    """The registry as a table: groups of models are taken together."""
    entries: dict[str, Values] = {}
    for value in args[0].values.items if args else ():
        if not isinstance(value, Table):
            entries["*"] = UNKNOWN
            continue
        for key, values in world.heap.entries.get(value.number, {}).items():
            if key == rule.otherwise:
                continue
            groups = [v for v in values.items if isinstance(v, Table)]
            for group in groups:
                entries.update(world.heap.entries.get(group.number, {}))
                entries[f"<{key}>"] = one(group)
            if not groups:
                entries[key] = values
    missing = given_to(world, args, rule.otherwise) if rule.otherwise else None
    entries[OTHERWISE] = missing or NONE
    return one(world.heap.table((place.path, place.line), tuple(entries.items())))


def is_registry(world: World, table: Table) -> bool:
    """Whether the table was made by ``make_registry``."""
    return OTHERWISE in world.heap.entries.get(table.number, {})


def look_up_model(
    world: World, frame: Frame, table: Table, method: str, args: Arguments, place: Place
) -> Values:
    """What a registry gives for a key; where that is not known every model of the kind it has.

    ``method`` names the kind: ``languageModel`` asks for one of the group ``languageModels``.
    """
    entries = world.heap.entries.get(table.number, {})
    groups = entries.get(f"<{method}s>", NONE).items
    kind = [world.heap.entries.get(g.number, {}) for g in groups if isinstance(g, Table)]
    found: list[Values] = []
    for value in args[0].values.items if args else (Text(HOLE),):
        if isinstance(value, Text) and value.known:
            found.append(_under(world, frame, entries, value, place))
        else:
            found.append(_any(world, frame, kind[0] if kind else entries, place))
    decided = bool(args) and args[0].values.decided
    merged = join(*found)
    return Values(merged.items, decided and len(merged.items) > 1) if merged.items else UNKNOWN


def _under(
    world: World, frame: Frame, entries: dict[str, Values], key: Text, place: Place
) -> Values:
    if key.text in entries:
        return entries[key.text]
    for position, letter in enumerate(key.text):
        before = entries.get(key.text[:position])
        if letter in _SEPARATORS and before is not None:
            rest = Text(key.text[position + 1 :], key.env, key.steps, key.param)
            return _ask(world, frame, before, rest, place)
    otherwise = entries.get(OTHERWISE, NONE)
    return _ask(world, frame, otherwise, key, place) if otherwise.items else UNKNOWN


def _any(world: World, frame: Frame, entries: dict[str, Values], place: Place) -> Values:
    found: list[Values] = []
    plain = (values for key, values in entries.items() if not key.startswith("<"))
    for value in (v for values in plain for v in values.items):
        if isinstance(value, RuleObject | RuleMember) and not _is_provider(world, value):
            found.append(one(value))
        elif isinstance(value, External | Table | RuleObject):
            found.append(_ask(world, frame, one(value), Text(HOLE), place))
    return join(*found) if found else UNKNOWN


def _is_provider(world: World, value: RuleObject | RuleMember) -> bool:
    """Whether calling the object gives a model, instead of asking one."""
    surface = world.rules.surface(value) if isinstance(value, RuleObject) else None
    return surface is not None and find_path(surface.makes, "()") is not None


def _ask(world: World, frame: Frame, provider: Values, key: Text, place: Place) -> Values:
    return world.call_values(frame, provider, (Argument(None, one(key)),), place)
