"""Reads what a rule asks for out of the arguments of a call."""

from __future__ import annotations

from dataclasses import replace

from auditor.linker.deployed import implied
from auditor.linker.heap import BASE_OBJECT
from auditor.linker.settings import setting
from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Aim,
    Arguments,
    Constant,
    Foreign,
    ForeignMember,
    Instance,
    RuleMember,
    RuleObject,
    Sequence,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.catalog import Slot, When

#: Objects are looked for in nested lists and mappings down to this depth.
DEEPEST_SEARCH = 4
#: What rules write for an argument that is the text itself, where others give a mapping.
ITSELF = "@"


def read_slot(
    world: World, slot: Slot | None, args: Arguments, opaque: bool = False
) -> Values | None:
    """What a slot says: an argument, a part of one, a module attribute, or its default.

    Where nothing is seen inside an argument, ``opaque`` makes that unknown instead of absent.
    """
    if slot is None:
        return None
    given = given_to(world, args, *slot.args)
    if given is not None and slot.within:
        inside = join(*(dig(world, given, path.split(".")) for path in slot.within))
        hidden = opaque and any(_hides(world, given, path.split(".")) for path in slot.within)
        given = inside if inside.items else UNKNOWN if hidden else None
    if given is not None and given.items:
        return given
    for name in slot.attributes:
        if name in world.externals:
            return world.externals[name]
    if given is None and any(a.name == "*" for a in args) and slot.args:
        return UNKNOWN
    for key in slot.settings:
        configured = setting(world, key)
        if configured.items:
            return configured
    if slot.env and (set_elsewhere := implied(world, slot.env)) is not None:
        return set_elsewhere
    if slot.default is not None:
        default = slot.default
        return one(Text(default) if isinstance(default, str) else Constant(default))
    return None


def given_to(world: World, args: Arguments, *wanted: str | int) -> Values | None:
    """An argument by name or position; where options are keys of an object, by its key."""
    if not world.dialect.open_options:
        return argument(args, *wanted)
    tables = [v for a in args if a.name is None for v in a.values.items if isinstance(v, Table)]
    entries = [world.heap.entries.get(table.number, {}) for table in tables]
    for want in wanted:
        found = argument(args, want)
        if found is not None:
            return found
        keyed = [e[want] for e in entries if isinstance(want, str) and want in e]
        if keyed:
            return join(*keyed)
    named = any(isinstance(want, str) for want in wanted)
    return UNKNOWN if named and any("*" in e for e in entries) else None


def read_wait(world: World, slot: Slot | None, args: Arguments) -> Values | None:
    """A slot that holds seconds or tries: a number, or what a library's timeout is made with."""
    if slot is not None and slot.per_second != 1:
        given = read_wait(world, replace(slot, default=None, per_second=1), args)
        return read_slot(world, slot, ()) if given is None else _seconds(given, slot.per_second)
    values = read_slot(world, slot, args)
    if values is None:
        return None
    found: list[Values] = []
    for value in values.items:
        inner = world.heap.foreign.get(value) if isinstance(value, Foreign) else None
        given = argument(inner, "timeout", "total", "read", 0) if inner is not None else None
        found.append(given if given is not None else one(value))
    return join(*found)


def _seconds(values: Values, per_second: int) -> Values:
    """The numbers in seconds; whatever else stands there stays as it is."""
    found: list[Values] = []
    for value in values.items:
        number = value.value if isinstance(value, Constant) else None
        if isinstance(value, Constant) and number is not None and not isinstance(number, bool):
            found.append(one(replace(value, value=number / per_second)))
        else:
            found.append(one(value))
    return join(*found)


def dig(world: World, values: Values, path: list[str], depth: int = 8) -> Values:
    """Follow keys into mappings and into what is built with such arguments, through lists too.

    The path ``@`` is the text itself that may stand in such a mapping's place.
    """
    if not path or not depth:
        return values if not path else NONE
    if path == [ITSELF]:
        return Values(tuple(v for v in values.items if isinstance(v, Text)), values.decided)
    found: list[Values] = []
    for value in values.items:
        match value:
            case Table(number):
                entry = world.heap.entries.get(number, {}).get(path[0])
                if entry is not None:
                    found.append(dig(world, entry, path[1:], depth - 1))
            case Sequence(number):
                items = world.heap.items.get(number, ())
                found.extend(dig(world, item, path, depth - 1) for item in items)
            case Foreign():
                built_with = argument(world.heap.foreign.get(value, ()), path[0])
                if built_with is not None:
                    found.append(dig(world, built_with, path[1:], depth - 1))
            case _:
                pass
    return join(*found)


def _hides(world: World, values: Values, path: list[str]) -> bool:
    """Whether what stands under the keys comes from code or files that are not seen."""
    for depth in range(len(path)):
        found = dig(world, values, path[:depth])
        if any(_veils(world, v) for v in found.items):
            return True
    return False


def _veils(world: World, value: Value) -> bool:
    """Whether more may stand in it than is seen: not where keywords say what it is built of."""
    if isinstance(value, Foreign):
        args = world.heap.foreign.get(value, ())
        return not any(a.name for a in args) or any(a.name == "*" for a in args)
    return isinstance(value, Unknown | ForeignMember)


def holds(world: World, when: When | None, args: Arguments) -> bool:
    """Whether a rule's condition on its arguments is met."""
    if when is None:
        return True
    values = read_slot(world, when.slot, args)
    if when.present is not None:
        return (values is not None and values != one(Constant(None))) is when.present
    if values is None:
        return False
    for value in values.items:
        if isinstance(value, Text) and value.text in when.equals:
            return True
        if isinstance(value, Text) and when.starts and value.text.startswith(when.starts):
            return True
        if isinstance(value, Constant) and str(value.value).lower() in (
            e.lower() for e in when.equals
        ):
            return True
    return False


def texts_in(world: World, values: Values, depth: int) -> list[Text]:
    """The known texts in a value, each once, down to ``depth`` levels of lists."""
    found: dict[Text, None] = {}
    # Lists hold one another many times over: once looked into so deep is enough.
    opened: dict[int, int] = {}

    def look_into(values: Values, depth: int) -> None:
        for value in values.items:
            if isinstance(value, Text):
                if value.known:
                    found[value] = None
            elif isinstance(value, Sequence) and depth > opened.get(value.number, 0):
                opened[value.number] = depth
                for item in world.heap.items.get(value.number, ()):
                    look_into(item, depth - 1)

    look_into(values, depth)
    return list(found)


def aims_of(world: World, values: Values | None, depth: int) -> list[Aim]:
    """The aims of the rule objects in a value, down to ``depth`` levels of lists and mappings."""
    found: list[Aim] = []
    for value in (values or NONE).items:
        found.extend(_aims_in(world, value, depth))
    return found


def _aims_in(world: World, value: Value, depth: int) -> list[Aim]:
    match value:
        case RuleMember(owner=owner) if isinstance(owner, RuleObject):
            return _aims_in(world, owner, depth)
        case RuleObject(aim=aim) as made:
            world.used.add(made.origin)
            taken = world.taken.get(made.origin)
            lent = aim if taken is None else taken.over(aim)
            return [] if _is_empty(world, made, lent) else [lent]
        case Instance() if depth:
            base = world.heap.load(value, BASE_OBJECT)
            return aims_of(world, base, 0) if base else []
        case Sequence(number) if depth:
            items = world.heap.items.get(number, ())
            return [aim for item in items for aim in aims_of(world, item, depth - 1)]
        case Table(number) if depth:
            entries = world.heap.entries.get(number, {})
            return [aim for item in entries.values() for aim in aims_of(world, item, depth - 1)]
        case _:
            return []


def _is_empty(world: World, made: RuleObject, aim: Aim) -> bool:
    """Whether an object that only asks whom it is given has been given nobody."""
    return aim._replace(kind=None) == Aim() and world.rules.object_rule(made).hollow
