"""Types across files: methods that other files add, and what a value of a type is."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from auditor.linker.definitions import ClassInfo
from auditor.linker.objects.packages import shared_folders
from auditor.linker.values import NONE, ClassRef, Text, Values, join
from auditor.linker.world import Place, World
from auditor.model.facts import Assign, Class

#: A trait that more types than this implement says nothing of what a value is.
MOST_TYPES = 24


def has(node: Class, word: str) -> bool:
    """Whether a class says this of itself."""
    return any(arg.name == word for arg in node.keywords)


def settle(index: Any) -> None:  # noqa: ANN401 - the index, which is defined above this module
    """Give each type the methods that ``impl`` blocks of other files add to it."""
    whole: dict[str, list[ClassInfo]] = defaultdict(list)
    top = [info for info in index.classes if "." not in info.qualname]
    for info in top:
        if not has(info.node, "part"):
            whole[info.qualname].append(info)
    for info in top:
        if has(info.node, "part") and whole[info.qualname]:
            nearest = max(whole[info.qualname], key=lambda w: shared_folders(w.path, info.path))
            index.join_part(nearest, info)


def is_part(node: Class) -> bool:
    """Whether a class only adds to one that is declared elsewhere."""
    return has(node, "part")


def words_of(world: World, number: int) -> Values:
    """The words that an enumeration has."""
    inner = world.frame_of(world.classes[number].frame)
    held = inner.env.values() if inner is not None else ()
    return join(*(v for v in held if any(isinstance(i, Text) for i in v.items)))


def variants_of(world: World, number: int) -> list[int]:
    """The variants of an enumeration that hold something."""
    inner = world.frame_of(world.classes[number].frame)
    held = inner.env.values() if inner is not None else ()
    return [i.number for v in held for i in v.items if isinstance(i, ClassRef)]


def unseen(world: World, info: ClassInfo) -> Values | None:
    """What a value is of a type that nothing builds: what implements it, or any of its words."""
    if has(info.node, "interface"):
        below = [n for n in info.subclasses if not world.modules[world.classes[n].path].in_tests]
        if not 0 < len(below) <= MOST_TYPES:
            return NONE
        return join(*(world.build_unseen(number) for number in below))
    words = words_of(world, info.number)
    if not words.items:
        return by_default(world, info)
    return join(words, *(world.build_unseen(n) for n in variants_of(world, info.number)))


def by_default(world: World, info: ClassInfo) -> Values | None:
    """A record that is read from a file or the command line: its fields as their defaults say."""
    told = any(isinstance(s, Assign) and s.value is not None for s in info.node.body)
    if not told or info.methods.get(world.dialect.constructor) is not None:
        return None
    span = info.node.span
    place = Place(info.path, span.line, span.line, span.column, span.cell, info.qualname, False)
    frame = world.module_frame(info.path)
    with frame.aside():
        return world.parts.construct(world, frame, info.number, (), place)
