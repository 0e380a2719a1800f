"""Modules and classes that Python code loads by a name it puts together while it runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.linker.frame import Frame
from auditor.linker.strings import as_text, concatenate
from auditor.linker.values import (
    HOLE,
    NONE,
    UNKNOWN,
    Arguments,
    ClassRef,
    External,
    Module,
    Text,
    Value,
    Values,
    argument,
    join,
    one,
)
from auditor.linker.world import Place, World

#: A name of which less is known than this could be that of any module.
_LEAST_KNOWN = 3
#: More modules than these are not all meant.
_MOST_MODULES = 60


def import_module(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``import_module("a.b")``; of ``f"a.{name}"`` every module that the name fits."""
    found: list[Value] = []
    for value in (argument(args, 0, "name") or NONE).items:
        if isinstance(value, Text) and value.known:
            name = value.text.lstrip(".")
            level = len(value.text) - len(name)
            module = world.finder.module(world.modules[frame.path], name, level)
            found.append(module if module is not None else External(name))
        elif isinstance(value, Text):
            found.extend(_fitting(world, frame, value.text, "."))
    return Values(tuple(dict.fromkeys(found))) if found else UNKNOWN


def module_of_file(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``spec_from_file_location(name, path)``: the modules whose path fits what is known of it."""
    found: list[Value] = []
    for value in (argument(args, 1, "location") or NONE).items:
        text = as_text(value).text.replace("\\", "/")
        if text.endswith(".py"):
            found.extend(_fitting(world, frame, text.removesuffix(".py"), "/"))
    return Values(tuple(dict.fromkeys(found))) if found else UNKNOWN


def _fitting(world: World, frame: Frame, text: str, separator: str) -> Iterator[Value]:
    """Modules whose dotted name or path ends with the known stretches of the text in between."""
    parts = [part for part in text.split(separator) if part not in ("", ".", "..")]
    while parts and not parts[0].replace(HOLE, ""):
        del parts[0]
    if not parts and text.startswith("."):
        here = world.modules[frame.path]
        parts = [*(here.parts if here.package else here.parts[:-1]), HOLE]
    if sum(len(part.replace(HOLE, "")) for part in parts) < _LEAST_KNOWN:
        return
    pattern = re.compile(
        r"(?:.*\.)?"
        + r"\.".join(re.escape(p).replace(re.escape(HOLE), r"[^.]*") for p in parts)
    )  # fmt: skip
    fitting = [
        Module(path)
        for path, info in sorted(world.modules.items())
        if path != frame.path and not info.in_tests and pattern.fullmatch(".".join(info.parts))
    ]
    if len(fitting) <= _MOST_MODULES:
        yield from fitting


def joined_path(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``os.path.join(folder, name)``."""
    parts: list[Values] = []
    for arg in args:
        parts.extend([one(Text("/")), arg.values] if parts else [arg.values])
    return concatenate(parts) if parts and all(a.name is None for a in args) else UNKNOWN


def classes_in(world: World, values: Values) -> Values:
    """The classes that modules define, or where they define none those that they hold."""
    modules = [v.path for v in values.items if isinstance(v, Module)]
    held = [vs for path in modules for vs in world.module_frame(path).env.values()]
    found = [v for vs in held for v in vs.items if isinstance(v, ClassRef)]
    own = [v for v in found if world.classes[v.number].path in modules]
    return join(*(one(value) for value in own or found))


def members(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``inspect.getmembers(module)``: pairs of a name and a class."""
    found = classes_in(world, join(*(a.values for a in args[:1]))).items
    if not found:
        return UNKNOWN
    site = (place.path, place.line)
    pairs = tuple(
        one(world.heap.sequence(site, (one(Text(_name(world, v))), one(v)))) for v in found
    )
    return one(world.heap.sequence(site, pairs))


def _name(world: World, value: Value) -> str:
    return world.classes[value.number].qualname if isinstance(value, ClassRef) else HOLE
