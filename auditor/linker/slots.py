"""Reads what a rule asks for out of the arguments of a call."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Aim,
    Argument,
    Arguments,
    Constant,
    Instance,
    RuleMember,
    RuleObject,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.behaviour import ERROR_CLASSES
from auditor.model.catalog import Slot, Target, When

#: Objects are looked for in nested lists and mappings down to this depth.
DEEPEST_SEARCH = 4


def read_slot(world: World, slot: Slot | None, args: Arguments) -> Values | None:
    """What a slot says: an argument, a part of one, a module attribute, or its default."""
    if slot is None:
        return None
    given = given_to(world, args, *slot.args)
    if given is not None and slot.within:
        inside = join(*(dig(world, given, path.split(".")) for path in slot.within))
        given = inside if inside.items else None
    if given is not None and given.items:
        return given
    for name in slot.attributes:
        if name in world.externals:
            return world.externals[name]
    if given is None and any(a.name == "*" for a in args) and slot.args:
        return UNKNOWN
    if slot.default is not None:
        default = slot.default
        return one(Text(default) if isinstance(default, str) else Constant(default))
    return None


def given_to(world: World, args: Arguments, *wanted: str | int) -> Values | None:
    """An argument by name or position; where options are keys of an object, by its key."""
    found = argument(args, *wanted)
    if found is not None or not world.dialect.open_options:
        return found
    tables = [v for a in args if a.name is None for v in a.values.items if isinstance(v, Table)]
    entries = [world.heap.entries.get(table.number, {}) for table in tables]
    for want in wanted:
        keyed = [e[want] for e in entries if isinstance(want, str) and want in e]
        if keyed:
            return join(*keyed)
    named = any(isinstance(want, str) for want in wanted)
    return UNKNOWN if named and any("*" in e for e in entries) else None


def dig(world: World, values: Values, path: list[str], depth: int = 8) -> Values:
    """Follow keys into mappings, through the lists on the way."""
    if not path or not depth:
        return values if not path else NONE
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
            case _:
                pass
    return join(*found)


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
        if isinstance(value, Constant) and str(value.value).lower() in (
            e.lower() for e in when.equals
        ):
            return True
    return False


def read_aim(world: World, target: Target, args: Arguments, kind: str | None = None) -> Aim:
    """Whom the arguments name, by the slots of a rule.

    An object given as model or provider lends its target; what the call says lies over it.
    """
    model = read_slot(world, target.model, args)
    provider = read_slot(world, target.provider, args)
    aim = Aim(
        platform=target.platform,
        vendor=target.vendor,
        model=_plain(world, model),
        model_grammar=target.model.grammar if target.model else None,
        provider=_plain(world, provider),
        provider_grammar=target.provider.grammar if target.provider else None,
        base_url=read_slot(world, target.base_url, args),
        key=_key(world, target.key, args),
        timeout=read_slot(world, target.timeout, args),
        retries=read_slot(world, target.retries, args),
        carried=_carried(world, target.carries, args),
        kind=kind,
    )
    aim = aim._replace(**_fallbacks(world, target, args))
    lent = [*_objects(world, model, 1), *_objects(world, provider, 1)]
    if not lent:
        return aim
    own = aim._replace(
        platform=None, vendor=None, base_url=None, provider=None, timeout=None, retries=None
    )
    if aim.model is None:
        own = own._replace(model_grammar=None)
    merged = tuple(dict.fromkeys(combine(given, own)._replace(kind=kind) for given in lent))
    if len(merged) == 1:
        return merged[0]
    decided = bool((model and model.decided) or (provider and provider.decided))
    return Aim(alternatives=merged, decided=decided, kind=kind)


def _fallbacks(world: World, target: Target, args: Arguments) -> dict[str, Any]:
    """What is asked when the first fails: the fields of an aim, none where there is nothing."""
    found: list[Aim] = []
    wanted = target.fallbacks.args if target.fallbacks is not None else ()
    given = [given_to(world, args, name) for name in wanted]
    for value in (v for values in given for v in _items(world, values)):
        if isinstance(value, RuleObject | RuleMember):
            found.extend(_objects(world, one(value), 0))
        elif isinstance(value, Text):
            found.append(_string_fallback(world, target, args, value))
        elif isinstance(value, Table):
            entries = world.heap.entries.get(value.number, {})
            inner = tuple(Argument(name, values) for name, values in entries.items())
            found.append(read_aim(world, _once(target), inner))
        else:
            found.append(Aim(model=UNKNOWN))
    if not found:
        return {}
    return {"fallbacks": tuple(found), "fires": frozenset(target.fallback_on or ERROR_CLASSES)}


def _items(world: World, values: Values | None) -> list[Value]:
    found: list[Value] = []
    for value in (values or NONE).items:
        if isinstance(value, Sequence):
            for item in world.heap.items.get(value.number, ()):
                found.extend(item.items)
        elif not isinstance(value, Constant):
            found.append(value)
    return found


def _once(target: Target) -> Target:
    return replace(target, fallbacks=None, carries=None)


def _string_fallback(world: World, target: Target, args: Arguments, text: Text) -> Aim:
    """A model string: asked with the call's own arguments where the library does so."""
    grammar = target.fallbacks.grammar if target.fallbacks else None
    if not target.fallback_inherits or target.model is None:
        return Aim(model=one(text), model_grammar=grammar)
    names = target.model.args
    inherited = tuple(a for a in args if a.name is not None and a.name not in names)
    first = next((name for name in names if isinstance(name, str)), "model")
    return read_aim(world, _once(target), (*inherited, Argument(first, one(text))))


def _carried(world: World, slot: Slot | None, args: Arguments) -> tuple[Aim, ...]:
    """The targets of everything in the named arguments, model strings included."""
    found: list[Aim] = []
    for want in slot.args if slot is not None else ():
        given = given_to(world, args, want)
        if given is None:
            continue
        found.extend(_objects(world, given, DEEPEST_SEARCH))
        if slot is not None and slot.grammar is not None:
            for text in _texts(world, given, 1):
                found.append(Aim(model=one(text), model_grammar=slot.grammar))
    return tuple(dict.fromkeys(found))


def _texts(world: World, values: Values, depth: int) -> list[Text]:
    found: list[Text] = []
    for value in values.items:
        if isinstance(value, Text) and value.known:
            found.append(value)
        elif isinstance(value, Sequence) and depth:
            for item in world.heap.items.get(value.number, ()):
                found.extend(_texts(world, item, depth - 1))
    return found


def _plain(world: World, values: Values | None) -> Values | None:
    """What of a slot's values is text; a list of model names counts as its items."""
    if values is None:
        return None
    kept: list[Value] = []
    for value in values.items:
        if isinstance(value, Sequence):
            kept.extend(_texts(world, one(value), 1))
        elif not isinstance(value, RuleObject | RuleMember) and not _is_falsy(value):
            kept.append(value)
    return Values(tuple(dict.fromkeys(kept)), values.decided) if kept else None


def _is_falsy(value: Value) -> bool:
    return isinstance(value, Constant) and not value.value


def _key(world: World, slot: Slot | None, args: Arguments) -> Values | None:
    given = read_slot(world, slot, args)
    if given is not None and given != one(Constant(None)):
        return given
    if slot is not None and slot.env:
        return one(Text(HOLE, slot.env[:1]))
    return None


def _objects(world: World, values: Values | None, depth: int) -> list[Aim]:
    """The aims of the rule objects in a value, down to ``depth`` levels of lists and mappings."""
    found: list[Aim] = []
    for value in (values or NONE).items:
        found.extend(_objects_in(world, value, depth))
    return found


def _objects_in(world: World, value: Value, depth: int) -> list[Aim]:
    match value:
        case RuleObject(aim=aim, site=site) | RuleMember(owner=RuleObject(aim=aim, site=site)):
            world.used.add(site)
            return [aim]
        case Instance() if depth:
            base = world.heap.load(value, "<base>")
            return _objects(world, base, 0) if base else []
        case Sequence(number) if depth:
            items = world.heap.items.get(number, ())
            return [aim for item in items for aim in _objects(world, item, depth - 1)]
        case Table(number) if depth:
            entries = world.heap.entries.get(number, {})
            return [aim for item in entries.values() for aim in _objects(world, item, depth - 1)]
        case _:
            return []


def combine(base: Aim, more: Aim) -> Aim:
    """``base`` with everything that ``more`` says laid over it."""
    merged = [old if new is None or new == () else new for old, new in zip(base, more, strict=True)]
    result = Aim(*merged)  # type: ignore[arg-type]
    if more.model is not None and more.model_grammar is None:
        result = result._replace(model_grammar=base.model_grammar)
    carried = tuple(dict.fromkeys((*base.carried, *more.carried)))
    return result._replace(carried=carried)
