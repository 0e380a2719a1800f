"""Notes where a client is asked for something that only its vendor has."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.rules import find_path
from auditor.linker.values import Arguments, Sequence, Table, Text, Values
from auditor.linker.world import Place, World
from auditor.model.feature import FeatureSign, FeatureSite

#: How far down in lists and mappings an argument is looked at.
DEEPEST = 6


def note_features(world: World, sdk: str, path: str, args: Arguments, place: Place) -> None:
    """Note every feature that a call of a client's method uses, once for each line."""
    if place.in_tests:
        return
    for feature, sign in world.rules.features.get(sdk, ()):
        key = (place.path, place.line, feature)
        says = "" if key in world.features else _used(world, sign, path, args)
        if says:
            world.features[key] = FeatureSite(place.path, place.line, feature, sdk, says)


def _used(world: World, sign: FeatureSign, path: str, args: Arguments) -> str:
    if find_path((sign,), path) is not None:
        return f"calls {path}"
    given = next((a.name for a in args if a.name in sign.args), None)
    if given is not None:
        return f"gives {given}"
    if not sign.within:
        return ""
    seen: dict[int, int] = {}
    words = (word for arg in args for word in _words(world, arg.values, DEEPEST, seen))
    exact = frozenset(sign.within)
    starts = tuple(one[:-1] for one in sign.within if one.endswith("*"))
    found = next((word for word in words if word in exact or word.startswith(starts)), None)
    return f"gives {found}" if found is not None else ""


def _words(world: World, values: Values, depth: int, seen: dict[int, int]) -> Iterator[str]:
    """The keys and short texts in a value; ``seen`` says how deep each holder was looked into.

    Lists and mappings hold one another, so the ways down are many more than the holders.
    """
    for value in values.items:
        match value:
            case Text(text) if len(text) < 80:
                yield text
            case Sequence(number) | Table(number) if depth > seen.get(number, 0):
                seen[number] = depth
                for key, held in _inside(world, value):
                    yield from key
                    yield from _words(world, held, depth - 1, seen)
            case _:
                pass


def _inside(world: World, holder: Sequence | Table) -> Iterator[tuple[tuple[str, ...], Values]]:
    """What a holder holds, each with its key if it has one."""
    if isinstance(holder, Sequence):
        yield from (((), item) for item in world.heap.items.get(holder.number, ()))
    else:
        entries = world.heap.entries.get(holder.number, {})
        yield from (((key,), entry) for key, entry in entries.items())
