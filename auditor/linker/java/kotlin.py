"""What Kotlin adds to the standard library of Java."""

from __future__ import annotations

from auditor.linker.common_library import first, unknown
from auditor.linker.dialect import LibraryFunction
from auditor.linker.endings import ended
from auditor.linker.frame import Frame
from auditor.linker.iteration import rounds
from auditor.linker.objects.collections import list_of
from auditor.linker.values import (
    UNKNOWN,
    Arguments,
    Sequence,
    Text,
    Values,
    one,
)
from auditor.linker.world import Place, World


def _map(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``mapOf("a" to x, "b" to y)``."""
    entries: list[tuple[str, Values]] = []
    for arg in args:
        for pair in arg.values.items:
            parts = rounds(world, one(pair)) if isinstance(pair, Sequence) else None
            if parts is None or len(parts) != 2:
                entries.append(("*", UNKNOWN))
                continue
            for key in parts[0].items:
                name = key.text if isinstance(key, Text) and key.known else "*"
                entries.append((name, parts[1]))
    return one(world.heap.table((place.path, place.line), tuple(entries)))


def _run(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``lazy { x }``: what the function gives that stands last."""
    return world.call_values(frame, args[-1].values, (), place) if args else UNKNOWN


def _times(world: World, frame: Frame, args: Arguments, place: Place) -> Values:
    """``repeat(3) { x }``."""
    _run(world, frame, args, place)
    return UNKNOWN


_LISTS = (
    "listOf", "mutableListOf", "arrayListOf", "setOf", "mutableSetOf", "hashSetOf", "arrayOf",
    "listOfNotNull", "emptyList", "emptySet", "sequenceOf", "emptyArray", "linkedSetOf",
)  # fmt: skip
_MAPS = ("mapOf", "mutableMapOf", "hashMapOf", "linkedMapOf", "emptyMap")

_FUNCTIONS: dict[str, LibraryFunction] = {
    **dict.fromkeys((*_LISTS, "Pair", "Triple"), list_of),
    **dict.fromkeys(_MAPS, _map),
    **dict.fromkeys(("lazy", "run", "synchronized"), _run),
    **dict.fromkeys(("requireNotNull", "checkNotNull"), first),
    **dict.fromkeys(("println", "print", "require", "check"), unknown),
    "repeat": _times,
    "system.exitProcess": ended,
}

#: Names that every file of Kotlin knows.
PRELUDE = frozenset(_FUNCTIONS)
KOTLIN_LIBRARY: dict[str, LibraryFunction] = {
    f"kotlin.{name}": function for name, function in _FUNCTIONS.items()
}
