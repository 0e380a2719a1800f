"""Whom a host, a path, a model id or a model string names: pure look-ups in a catalogue."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy

from auditor.model.catalog import Catalog, Platform
from auditor.rulebook.hosts import HOLE, HostIndex, HostMatch
from auditor.rulebook.model_ids import ModelIndex
from auditor.rulebook.model_strings import CODE_NAMES, ModelRef, StringReader
from auditor.rulebook.paths import PathIndex, PathMatch

__all__ = ["HOLE", "HostMatch", "Matcher", "ModelRef"]


class Matcher:
    """All look-ups over one catalogue. Build it once; answers are remembered.

    ``HOLE`` in a text given to it stands for what could not be worked out.
    """

    def __init__(self, catalog: Catalog) -> None:
        vendors = catalog.vendors.values()
        self._models = ModelIndex(vendors, catalog.platforms)
        self._hosts = HostIndex(catalog.platforms.values())
        self._paths = PathIndex(catalog.endpoints)
        homes = {vendor.id: vendor.home for vendor in vendors}
        self._strings = StringReader(catalog.platforms, catalog.grammars, self._models, homes)

    def with_servers(self, names: Mapping[str, Platform]) -> Matcher:
        """The same look-ups for a network where these names and ports answer."""
        other = copy(self)
        other._hosts = self._hosts.with_names(names)
        return other

    def vendor_of_model(self, model: str) -> tuple[str, bool] | None:
        """The vendor of a model id and whether its weights are open, or None."""
        return self._models.find(model)

    def maker(self, model: str) -> str | None:
        """The vendor of a model id, or None."""
        found = self._models.find(model)
        return found[0] if found else None

    def platform_of_host(self, host: str) -> HostMatch | None:
        """The platform, gateway or local server that answers at a host, with or without a port."""
        return self._hosts.find(host)

    def endpoint_of_path(
        self,
        path: str,
        platform: Platform | None = None,
        near: bool = False,
        bare: bool = False,
    ) -> PathMatch | None:
        """What a URL path asks for, the platform's own first; ``near`` for the team's hosts.

        A ``bare`` request carries nothing: a GET.
        """
        return self._paths.endpoint(path, platform, near, bare)

    def is_not_endpoint(self, path: str, platform: Platform) -> bool:
        """Whether a path of the platform is known to ask no model."""
        return self._paths.is_not_endpoint(path, platform)

    def upstream_of_path(self, path: str, gateway: Platform) -> Platform | None:
        """The platform that a gateway's URL path names as one of its segments."""
        return self._strings.among(path.lower().split("/"), gateway.grammar or "")

    def read_model(self, text: str, grammar: str | None = None) -> ModelRef:
        """What a model string names; without a grammar the model id alone decides."""
        return self._strings.read(text, grammar)

    def platform_of_provider(self, text: str, grammar: str | None = None) -> Platform | None:
        """The platform that a provider setting (``provider="acme"``) names."""
        return self._strings.provider(text, grammar)

    def named_in_code(self, words: list[str]) -> Platform | None:
        """The platform that names of a team's own code speak of, by the words in them."""
        return self._strings.among(words, CODE_NAMES)
