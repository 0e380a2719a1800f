"""Constants: which file declares one, and what a name means inside of modules and classes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from auditor.linker.classes import class_attribute
from auditor.linker.definitions import ClassInfo, ModuleInfo
from auditor.linker.frame import Frame
from auditor.linker.objects.packages import TypeFinder
from auditor.linker.values import NONE, ClassRef, Values, join
from auditor.linker.world import World
from auditor.model.facts import Assign, Class, Function, Name, Stmt

#: Before a constant that is looked up outside of every module.
TOP = "::"


class ConstantFinder(TypeFinder):
    """Finds classes, modules and other constants by their full names, and functions of files."""

    def __init__(self, modules: Mapping[str, ModuleInfo]) -> None:
        super().__init__(modules)
        #: Addresses by controller and method, once somebody has asked for them.
        self.addresses: dict[str, str] | None = None
        self._places: dict[str, list[str]] = defaultdict(list)
        for path in sorted(modules):
            for name in dict.fromkeys(_names(modules[path].facts.body, "")):
                self._places[name].append(path)

    def places(self, name: str, path: str) -> list[str]:
        """The files that declare a name, those of the program itself before its tests."""
        found = self._places.get(name, [])
        if self._modules[path].in_tests:
            return found
        return [p for p in found if not self._modules[p].in_tests]


def _names(body: Iterable[Stmt], prefix: str) -> Iterator[str]:
    for stmt in body:
        match stmt:
            case Class(name=name, body=inner):
                yield f"{prefix}{name}"
                yield from _names(inner, f"{prefix}{name}.")
            case Assign(targets=(Name(name),)) if name[:1].isupper():
                yield f"{prefix}{name}"
            case Function(name=name) if not prefix:
                yield name
            case _:
                pass


def named(world: World, path: str, name: str) -> Values:
    """What the files of the tree hold under a full name."""
    finder = world.finder
    if not isinstance(finder, ConstantFinder):
        return NONE
    places = finder.places(name, path)
    near = sorted(places, key=lambda p: p != path)[:1]
    return join(*(_held(world, world.module_frame(p), name.split(".")) for p in near))


def function_of(world: World, path: str, name: str) -> Values:
    """A function that stands outside of every class, in this file or in the one that has it."""
    finder = world.finder
    places = finder.places(name, path) if isinstance(finder, ConstantFinder) else []
    return named(world, path, name) if path in places or len(places) == 1 else NONE


def _held(world: World, frame: Frame, parts: list[str]) -> Values:
    """``A.B.C`` below a frame, in which classes may stand under a name with dots."""
    for end in range(len(parts), 0, -1):
        word = ".".join(parts[:end])
        found = frame.env.get(word) or world.late_global(frame, word)
        if not found.items:
            continue
        if end == len(parts):
            return found
        for value in found.items:
            number = value.number if isinstance(value, ClassRef) else None
            inner = world.frame_of(world.classes[number].frame) if number is not None else None
            if inner is not None:
                below = _held(world, inner, parts[end:])
                if below.items:
                    return below
    return NONE


def nesting(world: World, frame: Frame) -> Iterator[int]:
    """The classes and modules that a place stands in, as it is written, the innermost first."""
    seen: set[int] = set()
    for scope in frame.scopes():
        if scope.cls is not None and scope.cls not in seen:
            seen.add(scope.cls)
            yield scope.cls


def constant(world: World, frame: Frame, name: str) -> Values:
    """A constant as it is seen from a place: around it, in the classes above, or outside."""
    if name.startswith(TOP):
        return named(world, frame.path, name.removeprefix(TOP))
    around = [world.classes[number] for number in nesting(world, frame)]
    for info in around:
        inner = world.frame_of(info.frame)
        held = inner.env.get(name, NONE) if inner is not None else NONE
        found = held if held.items else named(world, info.path, f"{info.qualname}.{name}")
        if found.items:
            return found
    for info in around[:1]:
        inherited = class_attribute(world, info.number, name)
        if inherited is not None and inherited.items:
            return inherited
    return named(world, frame.path, name)


def settle(index: Any) -> None:  # noqa: ANN401 - the index, which is defined above this module
    """A class that is opened again in another place has the methods of both."""
    parts: dict[str, list[ClassInfo]] = defaultdict(list)
    for info in index.classes:
        if not index.modules[info.path].in_tests:
            parts[info.qualname].append(info)
    for several in parts.values():
        for info in several if len(several) > 1 else ():
            for other in several:
                for name, method in other.methods.items():
                    info.methods.setdefault(name, method)
                for name, methods in other.attributes.items():
                    held = info.attributes.setdefault(name, [])
                    held.extend(m for m in methods if m not in held)
