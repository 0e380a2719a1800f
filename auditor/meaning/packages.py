"""Packages that manifests ask for, and whose they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fnmatch import fnmatchcase

from auditor.model.catalog import Catalog
from auditor.model.config import ConfigSite, Dependency


class PackageNames:
    """Looks packages up: those of ``rules/sdks`` and of ``rules/packages.yaml``."""

    def __init__(self, catalog: Catalog) -> None:
        self._memo: dict[tuple[str, str], tuple[bool, str | None]] = {}
        self._known: dict[tuple[str, str], str | None] = {}
        self._patterns: list[tuple[str, str, str | None]] = []
        self._serves = {p.id: p.serves for p in catalog.platforms.values()}
        for package in catalog.packages:
            if "*" in package.name:
                self._patterns.append((package.ecosystem, package.name, package.platform))
            else:
                self._known[package.ecosystem, _plain(package.name)] = package.platform
        for sdk in catalog.sdks:
            places = {o.target.platform for o in sdk.objects} | {
                f.target.platform for f in sdk.functions
            }
            one = places.pop() if len(places) == 1 else None
            for name in sdk.packages if sdk.via.value not in ("http",) else ():
                self._known.setdefault((sdk.language, _plain(name)), one)

    def find(self, package: str, ecosystem: str) -> tuple[bool, str | None]:
        """Whether the package asks models, and the platform it is made for."""
        key = (package, ecosystem)
        if key not in self._memo:
            self._memo[key] = self._find(package, ecosystem)
        return self._memo[key]

    def _find(self, package: str, ecosystem: str) -> tuple[bool, str | None]:
        plain = _plain(package)
        known = (ecosystem, plain) in self._known
        if known and (own := self._known[ecosystem, plain]) is not None:
            return True, own
        # a library that asks several platforms may still be one vendor's
        for language, pattern, platform in self._patterns:
            if language == ecosystem and fnmatchcase(plain, pattern):
                return True, platform
        return known, None

    def lines(self, dependencies: Iterable[Dependency]) -> Iterator[ConfigSite]:
        """The manifest lines that name such a package; lock files also list what others need."""
        for one in dependencies:
            if one.locked:
                continue
            known, platform = self.find(one.package, one.ecosystem)
            if known:
                vendor = self._serves.get(platform) if platform else None
                yield ConfigSite(
                    one.path, one.line, "dependency-manifest", vendor, platform, None, one.package
                )


def _plain(name: str) -> str:
    """Case and the kind of dash do not tell packages apart."""
    return name.lower().replace("_", "-")
