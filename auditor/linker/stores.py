"""Objects kept in somebody else's store: session states, application registries, request contexts.

What is put under a constant key is found again under the same key of a store of the same name.
"""

from __future__ import annotations

from auditor.linker.values import (
    NONE,
    UNKNOWN,
    Arguments,
    ClassRef,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Routine,
    RuleObject,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    argument,
    join,
    known_texts,
    one,
    prefer,
)
from auditor.linker.world import World

#: What is worth remembering: things that can be called or asked.
KEPT = (RuleObject, Instance, Routine, ClassRef)
SETTERS = frozenset({"set", "setdefault", "put", "register"})
DEFAULTERS = frozenset({"setdefault"})
GETTERS = frozenset({"get", "pop", "fetch"})
#: What gives all that a store holds.
VIEWS = frozenset({"values", "items"})
#: Stands for all keys of a store.
_ANY = "*"
#: Stands for any owner of an attribute.
_ANYBODY = "?"


def store_name(holder: Value) -> str | None:
    """The name a store goes by: its last segment, since owners are handed on under other names."""
    match holder:
        case External(name):
            return name.rpartition(".")[2]
        case Foreign(name):
            return name.rpartition(".")[2]
        case ForeignMember(_, path):
            return path.rpartition(".")[2]
        case Unknown(member=member) if member:
            return member.rpartition(".")[2]
        case _:
            return None


def keep_attribute(world: World, name: str, values: Values) -> None:
    """Remember what is left on an object of unknown make, under a name that is one's own."""
    if "_" in name.strip("_") and any(is_kept(world, v) for v in values.items):
        place = f"{_ANYBODY}.{name}"
        world.kept[place] = join(world.kept.get(place, NONE), values)


def keep_member(world: World, holder: Unknown, name: str, values: Values) -> None:
    """Remember ``app.state.graph`` of an application of unknown make: by its last two segments."""
    if holder.member and any(is_kept(world, v) for v in values.items):
        place = f"{holder.member.rpartition('.')[2]}.{name}"
        world.kept[place] = join(world.kept.get(place, NONE), values)


def kept_attribute(world: World, name: str) -> Values | None:
    """What was left under that name on whatever object: owners are handed on by frameworks."""
    return world.kept.get(f"{_ANYBODY}.{name}")


def keep_global(world: World, name: str, values: Values) -> None:
    """Remember what an attribute of a library's module is set to, or of a library's settings."""
    world.externals[name] = join(world.externals.get(name, NONE), values)


def keep(world: World, holder: Value, key: str | None, values: Values) -> None:
    """Remember what is put into a store; a None key means that the key is not known."""
    name = store_name(holder)
    if name is not None and any(is_kept(world, v) for v in values.items):
        for place in {_place(name, key), _place(name, _ANY)}:
            world.kept[place] = join(world.kept.get(place, NONE), values)


def is_kept(world: World, value: Value) -> bool:
    """Whether it can be called or asked, or holds something that can: a dictionary, a graph."""
    match value:
        case Table():
            return any(isinstance(v, KEPT) for v in world.heap.objects_in(value))
        case Foreign():
            holder: Value | None = value
            while holder is not None and not world.handed.get(holder, NONE).items:
                holder = world.parents.get(holder)
            return holder is not None
        case _:
            return isinstance(value, KEPT)


def kept(world: World, holder: Value, key: str | None) -> Values | None:
    """What was put into a store of this name under this key, or under one that is not known."""
    name = store_name(holder)
    if name is None:
        return None
    if key is None:
        return world.kept.get(_place(name, _ANY))
    found = [world.kept.get(_place(name, k), NONE) for k in (key, None)]
    merged = join(*found)
    return merged if merged.items else None


def _place(name: str, key: str | None) -> str:
    return f"{name}[{'' if key is None else key}]"


def inner_store(holder: Value, key: str | None) -> Value | None:
    """What lies in a store under a key, as a store of its own: ``app.state["clients"]``."""
    name = store_name(holder)
    if name is None or key is None or isinstance(holder, External):
        return None
    return Unknown(member=f"{name}.{key}")


def call_store(world: World, holder: Value, method: str, args: Arguments) -> Values | None:
    """``store.set(key, value)``, ``store.get(key)`` and ``store.values()``; None for all else."""
    if method in VIEWS and not args:
        return _all_kept(world, holder, method)
    if method not in SETTERS | GETTERS or not args:
        return None
    keys = known_texts(argument(args, 0))
    key = keys[0] if len(keys) == 1 else None
    if method in SETTERS:
        keep(world, holder, key, argument(args, 1) or UNKNOWN)
    found = kept(world, holder, key) if method in GETTERS | DEFAULTERS else None
    if found is None and method in DEFAULTERS:
        inner = inner_store(holder, key)
        return one(inner) if inner is not None else None
    return found


def _all_kept(world: World, holder: Value, method: str) -> Values | None:
    """What was put into a store under any key, each beside its key where these are asked for too.

    How many there are nobody knows, and so a loop over them need not begin.
    """
    found = kept(world, holder, None)
    if found is None:
        return None
    site = f"{method} of {store_name(holder)}"
    if method == "items":
        found = one(world.heap.sequence((site, 0), (UNKNOWN, found)))
    return join(one(world.heap.sequence((site, 1), (found,))), UNKNOWN)


def unless_missing(method: str, args: Arguments, found: Values) -> Values:
    """``mapping.get(key, default)`` of a mapping out of sight: as shipped, the default.

    ``found`` is what else the call may give.
    """
    default = argument(args, 1, "default") if method in GETTERS else None
    known = default is not None and all(isinstance(v, Text) and v.known for v in default.items)
    return prefer(default, found) if default is not None and default.items and known else found
