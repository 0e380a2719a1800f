"""What the repository's own exception types derive from."""

from __future__ import annotations

from auditor.linker.classes import lineage
from auditor.linker.exceptions import type_name
from auditor.linker.values import ClassRef
from auditor.linker.world import World


def exception_bases(world: World) -> dict[str, tuple[str, ...]]:
    """The repository's exception types by ``path:name``, with everything they derive from."""
    found: dict[str, tuple[str, ...]] = {}
    for info in world.classes:
        above = [c for c in lineage(world, info.number) if c != ClassRef(info.number)]
        names = [type_name(world, c) for c in above]
        if names:
            found[type_name(world, ClassRef(info.number))] = tuple(names)
    return found
