"""What a stand-in needs, and what of it the repository provides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from auditor.model.behaviour import Attempt
from auditor.model.catalog import Catalog, Via
from auditor.model.config import Surroundings
from auditor.model.program import LlmCall


@dataclass(frozen=True, slots=True)
class Provided:
    """The variables and packages that the repository's own files name.

    ``variables`` are those of deployment files, examples included; ``packages`` those of manifests,
    in lower case with dashes; ``wanted`` the packages of each library with its language, any of
    which will do.
    """

    variables: frozenset[str] = frozenset()
    packages: frozenset[str] = frozenset()
    wanted: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def missing_variables(
        self, primary: Iterable[Attempt], others: Iterable[Attempt], settings: Iterable[str]
    ) -> set[str]:
        """The variables that a stand-in needs, the first does not, and no file names."""
        mine = {name for a in primary for name in a.credentials}
        needed = {name for a in others for name in (*a.credentials, *a.conditions)}
        return ((needed - mine) | set(settings)) - self.variables

    def missing_packages(self, primary: LlmCall, others: Iterable[LlmCall]) -> set[str]:
        """The libraries of stand-ins that no manifest names, where one names the first's.

        Nothing can be said where no manifest covers the code.
        """
        if not self._installed(primary.raises):
            return set()
        found = {call.raises for call in others if not self._installed(call.raises)}
        return {f"package {self.wanted[key][0]}" for key in found if self.wanted.get(key)}

    def _installed(self, library: str) -> bool:
        return bool(self.packages.intersection(self.wanted.get(library, ())))


def provided_by(surroundings: Surroundings, catalog: Catalog) -> Provided:
    """What the repository's files name; plain HTTP libraries are not asked for."""
    wanted = {s.key: tuple(map(_plain, s.packages)) for s in catalog.sdks if s.via is not Via.HTTP}
    packages = frozenset(map(_plain, surroundings.packages()))
    return Provided(surroundings.names(), packages, wanted)


def _plain(package: str) -> str:
    """Case and the kind of dash do not tell packages apart."""
    return package.lower().replace("_", "-")
