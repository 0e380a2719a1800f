"""Whom a deployment, backend or command asks: settings become an attempt."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from auditor.meaning.addresses import host_and_path, placeholders
from auditor.meaning.names import VariableNames, references
from auditor.model.behaviour import Attempt
from auditor.model.catalog import Catalog, Platform, Role
from auditor.model.config import HOLE
from auditor.rulebook.match import Matcher, ModelRef


@dataclass(frozen=True, slots=True)
class Said:
    """What settings say of one target; None where they say nothing. ``url`` may be a bare host."""

    model: str | None = None
    grammar: str | None = None
    provider: str | None = None
    provider_grammar: str | None = None
    url: str | None = None
    key: str | None = None
    platform: str | None = None
    vendor: str | None = None

    def with_model(self, model: str, grammar: str | None) -> Said:
        """The same target asked for another model."""
        return replace(self, model=model, grammar=grammar or self.grammar)


class TargetReader:
    """Works targets out with one catalogue."""

    def __init__(self, catalog: Catalog, matcher: Matcher, names: VariableNames) -> None:
        self._catalog = catalog
        self._matcher = matcher
        self._names = names

    def attempt(self, said: Said, gateways: tuple[str, ...] = ()) -> Attempt:
        """One target: an address first, then the platform, then the provider, then the model."""
        ref = self._model(said)
        platform = ref.platform
        through = ref.gateways
        if said.provider and (named := self._provider(said)):
            platform, through = _placed(named, platform, through)
        if said.platform in self._catalog.platforms:
            named = self._catalog.platforms[said.platform]
            platform, through = _placed(named, platform, through)
        at = self._at_address(said.url) if said.url else None
        if at is not None:
            kept = at.role is Role.GATEWAY and not self._serves_others(platform, ref)
            platform, through = _placed(at, platform if kept else None, ())
        elif said.url and (_is_concrete(said.url) or self._serves_others(platform, ref)):
            platform = None
        known = self._catalog.platforms.get(platform or "")
        vendor = said.vendor or ref.vendor or (known.serves if known else None)
        is_local = known is not None and known.role is Role.LOCAL
        place = placeholders(known, said.url) if known and said.url else {}
        return Attempt(
            vendor=vendor,
            platform=platform,
            gateways=tuple(dict.fromkeys((*gateways, *through))),
            model=ref.model or said.model,
            open_weights=ref.open_weights or (is_local and not self._passes_on(said.url, vendor)),
            credentials=self._credentials(said.key),
            region=place.get("region"),
            account=place.get("resource"),
            unknown=None if vendor or platform or through else _unknown(said),
        )

    def _model(self, said: Said) -> ModelRef:
        """What the model's name tells; behind an address its prefix is but a protocol."""
        if said.model is None or HOLE in said.model:
            return ModelRef()
        ref = self._matcher.read_model(said.model, said.grammar)
        if said.url and ref.model:
            made = self._matcher.vendor_of_model(ref.model)
            vendor, is_open = made or (None, False)
            return ModelRef(vendor, ref.platform, ref.gateways, ref.model, is_open, ref.known)
        return ref

    def _serves_others(self, platform: str | None, ref: ModelRef) -> bool:
        """Whether the platform that a prefix names has no model of that maker."""
        known = self._catalog.platforms.get(platform or "")
        return known is not None and bool(ref.vendor) and known.serves not in (None, ref.vendor)

    def _provider(self, said: Said) -> Platform | None:
        assert said.provider is not None
        return self._matcher.platform_of_provider(said.provider, said.provider_grammar)

    def _at_address(self, url: str) -> Platform | None:
        """The platform at a URL or host, None where nobody known answers there."""
        host, _ = host_and_path(url)
        match = self._matcher.platform_of_host(host)
        return match.platform if match else None

    def _passes_on(self, url: str | None, vendor: str | None) -> bool:
        """Whether a team's own server speaks for a model's maker: its address names that maker.

        The name of a closed model alone may be anything that such a server calls so.
        """
        words = re.findall(r"[a-z]+", (url or "").lower())
        named = self._matcher.named_in_code(words)
        return named is not None and vendor is not None and named.serves == vendor

    def _credentials(self, text: str | None) -> tuple[str, ...]:
        if not text:
            return ()
        found = tuple(dict.fromkeys(references(text)))
        return found or ((text,) if self._names.find(text) and text.isupper() else ())


def _placed(
    named: Platform, platform: str | None, through: tuple[str, ...]
) -> tuple[str | None, tuple[str, ...]]:
    if named.role is Role.GATEWAY:
        return platform, tuple(dict.fromkeys((*through, named.id)))
    return named.id, through


def _is_concrete(url: str) -> bool:
    """Whether an address is written out, so that it says the request goes nowhere else."""
    return not any(True for _ in references(url)) and HOLE not in url and "." in url


def _unknown(said: Said) -> str:
    shown = said.url or said.model or said.provider or said.platform
    return f"nothing known answers to {shown!r}" if shown else "no target is named"
