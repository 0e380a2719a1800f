"""Values of settings files, by key: ``${llm.model:gpt}`` in them stands for another setting."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from auditor.linker.deployed import variable
from auditor.linker.strings import concatenate
from auditor.linker.values import HOLE, Constant, Text, Value, Values, join, one
from auditor.linker.world import World
from auditor.model.program import Evidence

T = TypeVar("T")
#: ``${key}``, ``${key:default}``; inside of a default there may be another one.
_PLACEHOLDER = re.compile(r"\$\{([^${}:]+)(?::((?:[^${}]|\$\{[^{}]*\})*))?\}")
#: A name that is written like a variable of the environment.
_VARIABLE = re.compile(r"[A-Z][A-Z0-9_]*")
#: Settings that refer to settings that refer to settings.
_DEEPEST = 4


def setting(world: World, key: str, depth: int = _DEEPEST) -> Values:
    """The values of a key in the settings files of the tree, and that it may be another one.

    Nothing where no file of the tree has the key.
    """
    found: dict[str, Value] = {}
    for said in nearest(((s.path, s) for s in world.settings.get(key.lower(), ())), world.here):
        if said.value:
            step = Evidence(said.path, said.line, f"{said.name} is set here")
            for value in resolved(world, said.value, depth - 1).items:
                if isinstance(value, Text):
                    kept = replace(value, env=value.env or (key,), steps=(*value.steps, step))
                    found.setdefault(kept.text, kept)
    hole = Text(HOLE, (key,))
    return Values((*found.values(), hole), len(found) == 1) if found else Values(())


def nearest(found: Iterable[tuple[str, T]], here: str) -> list[T]:
    """Of what several programs in one tree have in files of their own: what is closest to one."""
    ranked = [(_common_folders(path, here), one) for path, one in found]
    best = max((rank for rank, _ in ranked), default=0)
    return [one for rank, one in ranked if rank == best]


def _common_folders(path: str, other: str) -> int:
    """How many folders two paths share before the first one of sources."""
    count = 0
    for name, its in zip(path.split("/")[:-1], other.split("/")[:-1], strict=False):
        if name != its or name == "src":
            break
        count += 1
    return count


def setting_or(world: World, key: str, default: Values | None, depth: int = _DEEPEST) -> Values:
    """The same; where no file has the key, a variable of that name, the default, or a hole."""
    found = setting(world, key, depth)
    if found.items:
        return found
    if default is not None:
        return _settable(default, key)
    return variable(world, key) if _VARIABLE.fullmatch(key) else one(Text(HOLE, (key,)))


def _settable(values: Values, key: str) -> Values:
    """The values, as those that a setting has if nobody sets it."""
    items = (replace(v, env=v.env or (key,)) if isinstance(v, Text | Constant) else v
             for v in values.items)  # fmt: skip
    return Values(tuple(items))


def resolved(world: World, text: str, depth: int = _DEEPEST) -> Values:
    """A text with the settings that stand in it."""
    pieces: list[Values] = []
    at = 0
    for match in _PLACEHOLDER.finditer(text) if depth > 0 else ():
        if match.start() > at:
            pieces.append(one(Text(text[at : match.start()])))
        default = resolved(world, match[2], depth - 1) if match[2] is not None else None
        pieces.append(setting_or(world, match[1].strip(), default, depth - 1))
        at = match.end()
    if at < len(text) or not pieces:
        pieces.append(one(Text(text[at:])))
    return pieces[0] if len(pieces) == 1 else concatenate(pieces)


def joined(world: World, keys: list[str], default: Values | None) -> Values:
    """The settings of several keys."""
    return join(*(setting_or(world, key, default) for key in keys))
