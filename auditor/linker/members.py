"""``value.name`` for every kind of value."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from auditor.linker.attributes import (
    class_member,
    foreign_place,
    instance_attribute,
    module_attribute,
    rule_attribute,
    super_attribute,
)
from auditor.linker.caught import SAME_TEXT, part_of
from auditor.linker.definitions import defines
from auditor.linker.imports import FOLDER
from auditor.linker.stores import kept_attribute
from auditor.linker.values import (
    UNKNOWN,
    Alias,
    Bound,
    CaughtError,
    ClassRef,
    Constant,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Method,
    Module,
    OnError,
    Routine,
    RuleMember,
    RuleObject,
    Sequence,
    Super,
    Table,
    Text,
    Unknown,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import World

#: What parsing a command line gives: an object with the options as attributes.
PARSED = ("parse_args", "parse_known_args")


def get_attribute(world: World, value: Value, name: str) -> Values:
    """What ``value.name`` may be."""
    own = world.dialect.attribute(world, value, name)
    return own if own is not None else _READERS[type(value)](world, value, name)


def _of_module(world: World, value: Module, name: str) -> Values:
    return module_attribute(world, value.path, name)


def _of_external(world: World, value: External, name: str) -> Values:
    if value.name == "django.conf.settings":
        return _django_setting(world, name)
    if value.name.startswith(FOLDER):
        child = world.finder.folder_child(value, name)
        return one(child) if child is not None else UNKNOWN
    full = f"{value.name}.{name}"
    known = world.rules.constants.get(full)
    return one(Text(known)) if known is not None else one(External(full))


def _of_class(world: World, value: ClassRef, name: str) -> Values:
    return class_member(world, value, value.number, name)


def _of_rule_object(world: World, value: RuleObject, name: str) -> Values:
    return rule_attribute(world, value, "", name)


def _of_rule_member(world: World, value: RuleMember, name: str) -> Values:
    return rule_attribute(world, value.owner, f"{value.path}.", name)


def _of_foreign(world: World, value: Foreign, name: str) -> Values:
    remembered = world.kept.get(foreign_place(value, name))
    if remembered is not None:
        return remembered
    option = world.options.get((value.site[0], name))
    if option and value.name.rpartition(".")[2] in PARSED:
        return option
    return kept_attribute(world, name) or one(ForeignMember(value, name))


def _of_foreign_member(world: World, value: ForeignMember, name: str) -> Values:
    remembered = world.kept.get(foreign_place(value, name))
    if remembered is not None:
        return remembered
    return one(ForeignMember(value.owner, f"{value.path}.{name}"))


def _of_super(world: World, value: Super, name: str) -> Values:
    return super_attribute(world, value.receiver, value.cls, name)


def _of_text(world: World, value: Text, name: str) -> Values:
    # A member of a string enumeration stands for its text.
    return one(value) if name in ("value", "name") else one(Method(value, name))


def _of_table(world: World, value: Table, name: str) -> Values:
    # A namespace: its fields are what it was made with.
    field = world.heap.entries.get(value.number, {}).get(name)
    return field if field is not None else one(Method(value, name))


def _of_built_in(world: World, value: Sequence | Routine | Bound, name: str) -> Values:
    return one(Method(value, name))


def _of_unknown(world: World, value: Unknown, name: str) -> Values:
    left = kept_attribute(world, name)
    if not value.member:
        return left or _unknown_member(name)
    remembered = world.kept.get(f"{value.member.rpartition('.')[2]}.{name}")
    return remembered or left or _unknown_member(f"{value.member}.{name}")


def _of_alias(world: World, value: Alias, name: str) -> Values:
    return UNKNOWN


def _of_error(world: World, value: CaughtError, name: str) -> Values:
    return one(Method(value, name)) if name in SAME_TEXT else part_of(value, name)


def _of_other(world: World, value: Constant | Method | OnError, name: str) -> Values:
    return _unknown_member(name)


@lru_cache(maxsize=1 << 14)
def _unknown_member(member: str) -> Values:
    return one(Unknown(member=member))


def _django_setting(world: World, name: str) -> Values:
    """A setting of whichever module of the tree is a settings module: it lists the applications."""
    found: list[Values] = []
    for path, module in sorted(world.modules.items()):
        if defines(module, "INSTALLED_APPS"):
            found.append(module_attribute(world, path, name))
    return join(*found) if found else UNKNOWN


_READERS: dict[type, Callable[[World, Any, str], Values]] = {
    Alias: _of_alias,
    Bound: _of_built_in,
    CaughtError: _of_error,
    ClassRef: _of_class,
    Constant: _of_other,
    External: _of_external,
    Foreign: _of_foreign,
    ForeignMember: _of_foreign_member,
    Instance: instance_attribute,
    Method: _of_other,
    Module: _of_module,
    OnError: _of_other,
    Routine: _of_built_in,
    RuleMember: _of_rule_member,
    RuleObject: _of_rule_object,
    Sequence: _of_built_in,
    Super: _of_super,
    Table: _of_table,
    Text: _of_text,
    Unknown: _of_unknown,
}
