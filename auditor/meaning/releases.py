"""Which releases of a package the manifests ask for, where that decides how it behaves."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from auditor.model.catalog import Catalog, Target
from auditor.model.config import Dependency, Surroundings

Release = tuple[int, ...]

#: The release itself, or one that it stays below; a lower bound alone says nothing.
_PINNED = re.compile(r"===?\s*v?(\d+(?:\.\d+)*)(?!\S*\*)")
_BELOW = re.compile(r"<=?\s*v?(\d+(?:\.\d+)*)")
_LOCKED = re.compile(r"""^\s*["']?version["']?\s*[:=]\s*["']?v?(\d+(?:\.\d+)*)""")


def releases_of(
    surroundings: Surroundings, catalog: Catalog, texts: Mapping[str, bytes]
) -> dict[str, Release]:
    """The releases of those packages whose older releases fail over less."""
    wanted = {
        older.package for t in _targets(catalog) for way in t.fallbacks for older in way.before
    }
    return find_releases(surroundings.dependencies, wanted, texts)


def installed_in(surroundings: Surroundings) -> dict[str, frozenset[str]]:
    """The packages that manifests ask for, by folder; of ``group:name`` also the name alone."""
    found: dict[str, set[str]] = {}
    for one in surroundings.dependencies:
        if not one.locked:
            folder = found.setdefault(one.path.rpartition("/")[0], set())
            folder.update((one.package, one.package.rpartition(":")[2]))
    return {folder: frozenset(names) for folder, names in found.items()}


def _targets(catalog: Catalog) -> Iterator[Target]:
    for sdk in catalog.sdks:
        yield from (made.target for made in sdk.objects)
        yield from (function.target for function in sdk.functions)
        for surface in sdk.surfaces:
            yield from (call.target for call in (*surface.calls, *surface.retargets))


def find_releases(
    dependencies: Iterable[Dependency], wanted: Collection[str], texts: Mapping[str, bytes]
) -> dict[str, Release]:
    """The newest release of each wanted package that the manifests allow, where they limit it.

    A lock file goes before what it was made from. ``texts`` are the files' bytes by path.
    """
    found: dict[str, Release] = {}
    for one in sorted(dependencies, key=lambda d: (d.locked, d.path, d.line)):
        if one.package.lower() in wanted and one.path in texts:
            lines = texts[one.path].decode("utf-8", "replace").splitlines()
            release = _release(lines, one)
            if release is not None:
                found[one.package.lower()] = release
    return found


def _release(lines: list[str], one: Dependency) -> Release | None:
    if not 0 < one.line <= len(lines):
        return None
    if one.locked:
        near = lines[one.line : one.line + 2]
        matched = next((m for line in near if (m := _LOCKED.match(line))), None)
    else:
        matched = _PINNED.search(lines[one.line - 1]) or _BELOW.search(lines[one.line - 1])
    return tuple(int(part) for part in matched[1].split(".")[:3]) if matched else None
