"""Attributes that mean something of their own: exports, environment variables, object keys."""

from __future__ import annotations

from auditor.linker.conditions import LEFT_OUT
from auditor.linker.deployed import variable
from auditor.linker.iteration import length_of
from auditor.linker.javascript.environment import is_environment
from auditor.linker.javascript.modules import module_member
from auditor.linker.javascript.names import GLOBAL
from auditor.linker.values import (
    HOLE,
    Constant,
    External,
    Module,
    Sequence,
    Table,
    Text,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import World
from auditor.model.credentials import ANY_PART

#: What a ``Map`` has of its own, whatever keys have been put into it.
MAP_METHODS = frozenset(
    {"get", "set", "has", "delete", "clear", "keys", "values", "entries", "forEach"}
)


def attribute(world: World, value: Value, name: str) -> Values | None:
    """``value.name``, None where the common rules hold."""
    match value:
        case Module(path):
            return module_member(world, path, name)
        case External(full):
            return _outside(world, full, name)
        case Text() | Sequence() if name == "length":
            return length_of(world, value)
        case Table(number):
            entries = world.heap.entries.get(number, {})
            if name not in entries and "*" in entries and name not in MAP_METHODS:
                return join(entries["*"])
            if number in world.left_out and name not in entries and name not in MAP_METHODS:
                # Options that a caller may leave out have nothing but what stands in the default.
                return one(Constant(None, (LEFT_OUT,)))
            return None
        case _:
            return None


def item(world: World, holder: Value, key: str) -> Values | None:
    """``process.env["NAME"]``, also where only a part of the name is known."""
    if isinstance(holder, External) and is_environment(holder.name) and key.strip(HOLE):
        return variable(world, key.replace(HOLE, ANY_PART))
    return None


def _outside(world: World, full: str, name: str) -> Values | None:
    if name == "default":
        # The default export goes by the module's own name, however it is imported.
        return one(External(full))
    if is_environment(full):
        return variable(world, name)
    if full == GLOBAL and name in ("window", "global", "self"):
        return one(External(GLOBAL))
    return None
