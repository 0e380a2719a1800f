"""Notes where a client is asked for something that only its vendor has."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.linker.rules import find_path
from auditor.linker.values import Arguments, Sequence, Table, Text, Value
from auditor.linker.world import Place, World
from auditor.model.feature import FeatureSign, FeatureSite

#: How far down in lists and mappings an argument is looked at.
DEEPEST = 6
#: Longer texts are prose.
LONGEST_WORD = 80
#: Keys whose texts are the team's own: a function of its own may be called as a vendor's tool is.
_OWN_WORDS = frozenset({"name", "description", "content", "text"})


def note_features(world: World, sdk: str, path: str, args: Arguments, place: Place) -> None:
    """Note every feature that a call of a client's method uses, once for each line."""
    if place.in_tests:
        return
    words: tuple[str, ...] | None = None
    for feature, sign in world.rules.features.get(sdk, ()):
        key = (place.path, place.line, feature)
        if key in world.features:
            continue
        says = _named(sign, path, args)
        if not says and sign.within:
            # Looked for once, whatever number of features may show in it.
            words = _words(world, args) if words is None else words
            says = _found(sign, words)
        if says:
            world.features[key] = FeatureSite(place.path, place.line, feature, sdk, says)


def _named(sign: FeatureSign, path: str, args: Arguments) -> str:
    if find_path((sign,), path) is not None:
        return f"calls {path}"
    given = next((a.name for a in args if a.name in sign.args), None)
    return f"gives {given}" if given is not None else ""


def _found(sign: FeatureSign, words: Iterable[str]) -> str:
    exact = frozenset(sign.within)
    starts = tuple(one[:-1] for one in sign.within if one.endswith("*"))
    found = next((word for word in words if word in exact or word.startswith(starts)), None)
    return f"gives {found}" if found is not None else ""


def _words(world: World, args: Arguments) -> tuple[str, ...]:
    """The keys and short texts in the arguments, the nearest first, each once.

    Lists and mappings hold one another, so the ways down are many more than the holders: each of
    these is looked into once.
    """
    found: dict[str, None] = {}
    seen: set[int] = set()
    level = [value for arg in args for value in arg.values.items]
    for depth in range(DEEPEST + 1):
        below: dict[Value, None] = {}
        for value in level:
            if isinstance(value, Text):
                found.update([(value.text, None)] if len(value.text) < LONGEST_WORD else ())
            elif isinstance(value, Sequence | Table) and value.number not in seen:
                seen.add(value.number)
                if depth < DEEPEST:
                    keys, held = _inside(world, value)
                    found.update(dict.fromkeys(keys))
                    below.update(dict.fromkeys(held))
        level = list(below)
    return tuple(found)


def _inside(world: World, holder: Sequence | Table) -> tuple[tuple[str, ...], tuple[Value, ...]]:
    """The keys of what a holder holds, and what these and its positions hold."""
    heap = world.heap
    found = heap.contents.get(holder.number)
    if found is None:
        entries = heap.entries.get(holder.number, {}) if isinstance(holder, Table) else {}
        held: dict[Value, None] = {}
        for key, values in entries.items():
            own = key in _OWN_WORDS
            held.update((v, None) for v in values.items if not (own and isinstance(v, Text)))
        if isinstance(holder, Sequence):
            held.update((v, None) for vs in heap.items.get(holder.number, ()) for v in vs.items)
        found = heap.contents[holder.number] = (tuple(entries), tuple(held))
    return found
