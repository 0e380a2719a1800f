"""What the repository's own exception types derive from."""

from __future__ import annotations

from auditor.linker.classes import lineage
from auditor.linker.values import ClassRef, External, Value
from auditor.linker.world import World


def exception_bases(world: World) -> dict[str, tuple[str, ...]]:
    """The repository's exception types by ``path:name``, with everything they derive from."""
    found: dict[str, tuple[str, ...]] = {}
    for info in world.classes:
        above = [c for c in lineage(world, info.number) if c != ClassRef(info.number)]
        names = [_type_name(world, c) for c in above]
        if names:
            found[f"{info.path}:{info.qualname}"] = tuple(names)
    return found


def _type_name(world: World, value: Value) -> str:
    if isinstance(value, ClassRef):
        return f"{world.classes[value.number].path}:{world.classes[value.number].qualname}"
    return value.name if isinstance(value, External) else "?"
