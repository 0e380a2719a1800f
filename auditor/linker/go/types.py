"""What the type system knows across files: method sets, and who implements which interface."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from auditor.linker.classes import annotated
from auditor.linker.definitions import ClassInfo
from auditor.linker.go.packages import folder_of, is_part
from auditor.linker.values import Values, join
from auditor.linker.world import World
from auditor.model.facts import Attr, Class, Const, Name

#: An interface that more types than this implement says nothing of what a value is.
MOST_TYPES = 24
#: What every second type can do.
_COMMON = frozenset({"Error", "String", "Close", "Len", "Less", "Swap", "Read", "Write"})

Packages = dict[str, dict[str, ClassInfo]]


def settle(index: Any) -> None:  # noqa: ANN401 - the index, which is defined above this module
    """Put the methods of a type together, and list the types behind each interface."""
    packages: Packages = defaultdict(dict)
    top = [info for info in index.classes if "." not in info.qualname]
    for info in top:
        if not is_part(info.node):
            packages[folder_of(info.path)].setdefault(info.qualname, info)
    for info in top:
        whole = packages[folder_of(info.path)].get(info.qualname)
        if is_part(info.node) and whole is not None:
            index.join_part(whole, info)
    kinds = [info for info in top if not is_part(info.node)]
    in_tests = {info.number: index.modules[info.path].in_tests for info in kinds}
    able = {k.number: methods_of(packages, k) for k in kinds if not is_interface(k.node)}
    for info in kinds:
        asked = methods_asked(packages, info)
        if asked - _COMMON:
            # What tests put in its place is none of the program's.
            aside = in_tests[info.number]
            found = [n for n, methods in able.items()
                     if asked <= methods and (aside or not in_tests[n])]  # fmt: skip
            if len(found) <= MOST_TYPES:
                info.subclasses.extend(found)


def words(node: Class, name: str) -> list[str]:
    """The texts that the type says of itself under a keyword."""
    return [
        arg.value.value
        for arg in node.keywords
        if arg.name == name and isinstance(arg.value, Const) and isinstance(arg.value.value, str)
    ]


def tags_of(node: Class) -> Iterator[tuple[str, str, str]]:
    """What the tags of a type say: the kind of a tag, the field that has it, and its text."""
    for said in words(node, "tag"):
        kind, field, text = said.split(":", 2)
        yield kind, field, text


def is_interface(node: Class) -> bool:
    """Whether a type only says what others do."""
    return any(arg.name == "interface" for arg in node.keywords)


def is_named(node: Class) -> bool:
    """Whether a type is another one under a new name: what is converted to it stays what it is."""
    return any(arg.name == "named" for arg in node.keywords)


def unseen(world: World, info: ClassInfo) -> Values | None:
    """What a value is of a type that nothing builds: what implements it, or what it names."""
    if is_interface(info.node):
        return join(*(world.build_unseen(below) for below in info.subclasses))
    under = next((arg.value for arg in info.node.keywords if arg.name == "named"), None)
    if under is None or isinstance(under, Const):
        return None
    return annotated(world, world.module_frame(info.path), under)


def methods_asked(packages: Packages, info: ClassInfo, depth: int = 4) -> set[str]:
    """The methods that an interface asks for, with those of the interfaces in it."""
    if not is_interface(info.node) or not depth:
        return set()
    found = set(words(info.node, "method"))
    for inner in _embedded(packages, info):
        found |= methods_asked(packages, inner, depth - 1)
    return found


def methods_of(packages: Packages, info: ClassInfo, depth: int = 4) -> set[str]:
    """The methods of a type, with those that its embedded fields lend it."""
    found = {*info.methods, *words(info.node, "method")}
    if depth:
        for inner in _embedded(packages, info):
            found |= methods_of(packages, inner, depth - 1)
    return found


def _embedded(packages: Packages, info: ClassInfo) -> list[ClassInfo]:
    """The types of the tree that are embedded, as far as their names tell them apart."""
    names = {name: folder_of(info.path) for name in words(info.node, "embeds")}
    for arg in info.node.keywords:
        if arg.name == "embeds" and isinstance(arg.value, Name):
            names[arg.value.id] = folder_of(info.path)
        elif arg.name == "embeds" and isinstance(arg.value, Attr):
            names[arg.value.name] = ""
    found = [packages[folder][name] for name, folder in names.items() if name in packages[folder]]
    missing = [n for n, folder in names.items() if n not in packages[folder]]
    for name in missing:
        elsewhere = [types[name] for types in packages.values() if name in types]
        found.extend(elsewhere if len(elsewhere) == 1 else ())
    return found
