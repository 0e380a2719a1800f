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
    words = (word for arg in args for word in _words(world, arg.values, DEEPEST))
    found = next((word for word in words if any(_fits(word, one) for one in sign.within)), None)
    return f"gives {found}" if found is not None else ""


def _fits(word: str, wanted: str) -> bool:
    return word.startswith(wanted[:-1]) if wanted.endswith("*") else word == wanted


def _words(world: World, values: Values, depth: int) -> Iterator[str]:
    """The keys and short texts in a value."""
    for value in values.items:
        match value:
            case Text(text) if len(text) < 80:
                yield text
            case Sequence(number) if depth:
                for item in world.heap.items.get(number, ()):
                    yield from _words(world, item, depth - 1)
            case Table(number) if depth:
                for key, entry in world.heap.entries.get(number, {}).items():
                    yield key
                    yield from _words(world, entry, depth - 1)
            case _:
                pass
