"""Bare names: members of the types around, and what packages that a file opens have."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.attributes import PROPERTIES, bind
from auditor.linker.classes import class_attribute, find_method, instances_of, outside_bases
from auditor.linker.definitions import ClassInfo
from auditor.linker.frame import Frame
from auditor.linker.objects.packages import TypeFinder
from auditor.linker.values import (
    NONE,
    ClassRef,
    External,
    Foreign,
    ForeignMember,
    Instance,
    Super,
    Value,
    Values,
    join,
    one,
)
from auditor.linker.world import World

RECEIVER, ABOVE = "this", "super"


def around(frame: Frame) -> Iterator[tuple[int, Value | None]]:
    """The types around a place, the innermost first, each with its object where one is known."""
    seen: set[int] = set()
    for scope in frame.scopes():
        if scope.cls is not None and scope.cls not in seen:
            seen.add(scope.cls)
            yield scope.cls, scope.receiver


def _word_of(world: World, frame: Frame, name: str) -> Value | None:
    """The object itself and the class above it, where no parameter is called so."""
    if name == ABOVE:
        known = frame.receiver is not None and frame.cls is not None
        return Super(frame.receiver, frame.cls) if known else None  # type: ignore[arg-type]
    if name == RECEIVER:
        return ClassRef(frame.cls) if frame.cls is not None else None
    return None


def outer(world: World, frame: Frame, name: str) -> Values | None:
    """``Outer.this``."""
    cls = name.removesuffix(f".{RECEIVER}")
    for number, receiver in around(frame):
        if world.classes[number].node.name == cls:
            return one(receiver) if receiver is not None else Values(instances_of(world, number))
    return None


def member(world: World, frame: Frame, name: str) -> Values | None:
    """A field, constant or inner type of a type around, inherited ones included."""
    outside: Values | None = None
    for number, receiver in around(frame):
        place = (number, f"member {name}")
        if place in world.looking:
            # ``Color Color``: a field that is called like its type, which is meant here.
            continue
        world.looking.add(place)
        try:
            found = _held(world, number, receiver, name)
        finally:
            world.looking.discard(place)
        if found.items:
            return found
        for base in outside_bases(world, number):
            if outside is None and isinstance(receiver, Instance) and not name[:1].isupper():
                holder = Foreign(base.name, ("", receiver.number))
                outside = one(ForeignMember(holder, name))
    return outside


def _held(world: World, number: int, receiver: Value | None, name: str) -> Values:
    if isinstance(receiver, Instance):
        held = world.heap.load(receiver, name)
        if held is not None and held.items:
            return held
    read = find_method(world, number, name)
    if read is not None and read.decorators & PROPERTIES:
        holder = receiver if receiver is not None else ClassRef(number)
        return bind(world, read, holder)
    declared = class_attribute(world, number, name)
    if declared is not None and declared.items:
        return declared
    assigned = any(name in info.attributes for info in _infos(world, number))
    if assigned and isinstance(receiver, Instance):
        return world.get_attribute(receiver, name)
    if assigned or declared is not None:
        objects = instances_of(world, number)
        return join(*(world.heap.load(o, name) or NONE for o in objects
                      if isinstance(o, Instance)))  # fmt: skip
    return NONE


def _infos(world: World, number: int) -> Iterator[ClassInfo]:
    yield world.classes[number]
    for base in world.bases.get(number, ()):
        if isinstance(base, ClassRef):
            yield world.classes[base.number]


def method(world: World, frame: Frame, name: str) -> Values | None:
    """A method of a type around, bound to its object where it has one."""
    for number, receiver in around(frame):
        owner = receiver.cls if isinstance(receiver, Instance) else number
        found = find_method(world, owner, name) or find_method(world, number, name)
        if found is None:
            continue
        if receiver is not None:
            return bind(world, found, receiver)
        known = instances_of(world, number) or (ClassRef(number),)
        return join(*(bind(world, found, holder) for holder in known))
    return None


def name_of(
    world: World, frame: Frame, name: str, words: frozenset[str], always: tuple[str, ...]
) -> Value | None:
    """A name that nothing of the tree binds: the object itself, or a type from outside.

    ``always`` are packages that every file sees, ``words`` types of the first of these.
    """
    known = _word_of(world, frame, name)
    if known is None and name in words:
        return External(f"{always[0]}.{name}")
    return known or _library_name(world, frame, name, always)


def _library_name(world: World, frame: Frame, name: str, always: tuple[str, ...]) -> Value | None:
    """A type of a library whose package the file opens.

    Where no rule knows the name, it is taken for one of the first package from outside.
    ``always`` are packages that every file sees.
    """
    finder = world.finder
    if not isinstance(finder, TypeFinder):
        return None
    packages = [p for p in finder.opened(frame.path) if not finder.is_package(p)]
    # Of two libraries with a type of this name the one closer to the root is the newer one.
    for package in (*sorted(packages, key=len), *always):
        full = f"{package}.{name}"
        if full in world.dialect.types or world.rules.speaks_of(full):
            return External(full)
    # No rule speaks of it: which of the packages it is from makes no difference.
    return External(f"{packages[0]}.{name}") if packages and name[:1].isupper() else None
