"""What a library asks next by itself: fallbacks in arguments, deployments in groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from auditor.linker.exceptions import exception_types
from auditor.linker.iteration import unfolded
from auditor.linker.slots import aims_of, dig, given_to, read_slot
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Aim,
    Argument,
    Arguments,
    Constant,
    Group,
    Instance,
    Next,
    RuleMember,
    RuleObject,
    Table,
    Text,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.behaviour import ERROR_CLASSES
from auditor.model.catalog import Fallback, Groups, Slot, Target
from auditor.rulebook.errors import statuses_as_classes

#: ``read_aim``, which reads what stands in the entries in its turn.
Read = Callable[[World, Target, Arguments], Aim]


def read_fallbacks(
    world: World, target: Target, args: Arguments, read: Read
) -> tuple[Aim | None, tuple[Next, ...]]:
    """What is asked first, if a list of alternatives begins with it, and what when that fails.

    Way by way; nothing where the arguments name nobody.
    """
    first: Aim | None = None
    found: list[Next] = []
    for way in target.fallbacks:
        aims = _entries(world, way, target, args, read)
        if way.primary and aims:
            first = first or aims[0]
            aims = aims[1:]
        if not aims:
            continue
        if way.held:
            found.extend(following for aim in aims for following in aim.fallbacks)
            continue
        types, fires = _reacts_to(world, way, args)
        found.append(Next(tuple(aims), fires, types, way.gateway, way.inherits, way.name))
    return first, tuple(found)


def _entries(world: World, way: Fallback, target: Target, args: Arguments, read: Read) -> list[Aim]:
    found: list[Aim] = []
    for value in _values(world, way.entries, args):
        if isinstance(value, RuleObject | RuleMember | Instance):
            found.extend(aims_of(world, one(value), 1) or [Aim(model=UNKNOWN)])
        elif isinstance(value, Text):
            found.append(_of_text(world, way, target, args, value, read))
        elif isinstance(value, Table):
            found.append(_of_table(world, way, target, args, value, read))
        else:
            found.append(Aim(model=UNKNOWN))
    return found


def _values(world: World, slot: Slot, args: Arguments) -> list[Value]:
    """Everything in the named arguments, the items of lists one by one."""
    found: list[Value] = []
    for name in slot.args:
        given = given_to(world, args, name)
        if given is None:
            continue
        if slot.within:
            given = join(*(dig(world, given, path.split(".")) for path in slot.within))
        given = Values(tuple(v for v in given.items if not isinstance(v, Constant)))
        found.extend(unfolded(world, given))
        if isinstance(name, str):
            break
    return found


def _of_text(
    world: World, way: Fallback, target: Target, args: Arguments, text: Text, read: Read
) -> Aim:
    """A model string: asked with the call's own arguments where the library does so."""
    if not way.inherits or target.model is None:
        return Aim(model=one(text), model_grammar=way.entries.grammar)
    first = next((name for name in target.model.args if isinstance(name, str)), "model")
    return _instead(world, target, args, (Argument(first, one(text)),), read)


def _of_table(
    world: World, way: Fallback, target: Target, args: Arguments, table: Table, read: Read
) -> Aim:
    """A mapping, read like arguments; those it lacks are the call's own where it inherits them."""
    own = _as_arguments(world, table)
    return _instead(world, target, args if way.inherits else (), own, read)


def _instead(world: World, target: Target, args: Arguments, own: Arguments, read: Read) -> Aim:
    """The call with some arguments replaced; it may now send the key that was meant for another."""
    names = {a.name for a in own} | set(target.model.args if target.model else ())
    kept = tuple(a for a in args if a.name is not None and a.name not in names)
    aim = read(world, _once(target), (*kept, *own))
    return aim._replace(borrows=_has_key(world, target, kept))


def _once(target: Target) -> Target:
    return replace(target, fallbacks=(), carries=None, groups=None)


def _as_arguments(world: World, table: Table) -> Arguments:
    entries = world.heap.entries.get(table.number, {})
    return tuple(Argument(name, values) for name, values in entries.items())


def _has_key(world: World, target: Target, args: Arguments) -> bool:
    given = given_to(world, args, *target.key.args) if target.key is not None else None
    return given is not None and given != one(Constant(None))


def _reacts_to(
    world: World, way: Fallback, args: Arguments
) -> tuple[tuple[str, ...], frozenset[str]]:
    """The exception types, if any are named, and the error classes of one way."""
    everything = frozenset(ERROR_CLASSES)
    types = read_slot(world, way.catches, args)
    if types is not None:
        return exception_types(world, types), everything
    statuses = read_slot(world, way.statuses, args)
    if statuses is not None:
        numbers = {v.value for v in unfolded(world, statuses) if isinstance(v, Constant)}
        return (), statuses_as_classes(n for n in numbers if isinstance(n, int))
    for older in way.before:
        if world.older(older.package, older.version):
            return (), frozenset(older.fires)
    return (), frozenset(way.fires) or everything


def read_groups(world: World, target: Target, args: Arguments, read: Read) -> tuple[Group, ...]:
    """The groups of deployments that a list in the arguments describes, in order of appearance."""
    rule = target.groups
    if rule is None:
        return ()
    like = next((f.rule.target for f in world.rules.functions.find(rule.like)), None)
    members: dict[str, list[Aim]] = {}
    for value in _values(world, rule.entries, args):
        if not isinstance(value, Table) or like is None:
            continue
        entries = world.heap.entries.get(value.number, {})
        params = [v for v in entries.get(rule.params, NONE).items if isinstance(v, Table)]
        for name in (v for v in entries.get(rule.key, NONE).items if isinstance(v, Text)):
            for table in params:
                aim = read(world, _once(like), _as_arguments(world, table))
                members.setdefault(name.text, []).append(aim)
    after = _edges(world, rule, args)
    return tuple(
        Group(name, tuple(aims), after.get(name, after.get("*", ())), rule.name)
        for name, aims in members.items()
    )


def _edges(world: World, rule: Groups, args: Arguments) -> dict[str, tuple[str, ...]]:
    """Which groups are asked after which; ``*`` for those that no entry names."""
    found: dict[str, tuple[str, ...]] = {}
    given = given_to(world, args, *rule.default.args) if rule.default is not None else None
    if given is not None:
        found["*"] = _names(world, given)
    for value in _values(world, rule.after, args) if rule.after is not None else []:
        entries = world.heap.entries.get(value.number, {}) if isinstance(value, Table) else {}
        for name, groups in entries.items():
            found[name] = _names(world, groups)
    return found


def _names(world: World, values: Values) -> tuple[str, ...]:
    return tuple(v.text for v in unfolded(world, values) if isinstance(v, Text) and v.known)
