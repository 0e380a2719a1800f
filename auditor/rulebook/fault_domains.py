"""What people call the things that can fail, as fault domains."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from auditor.model.behaviour import OUTAGE_CLASSES
from auditor.model.catalog import Catalog, Incident, Platform, Role
from auditor.model.errors import AuditorError
from auditor.model.loss import Loss

#: Kinds whose names are those of rule files.
_LISTED = ("vendor", "platform", "gateway")
#: Kinds whose names are the users' own, or those of another world.
_FREE = ("model", "region", "infra", "credential", "auth", "sdk")
KINDS = (*_LISTED, *_FREE)


class DomainReader:
    """Reads fault domains in one catalogue: ``acme``, ``platform:acme-api``, ``model:acme-1``."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._vendors = vendors_by_name(catalog)
        self._platforms = {
            name.casefold(): platform
            for platform in catalog.platforms.values()
            for name in (platform.name, platform.id)
        }
        self._operators = {p.operator for p in catalog.platforms.values() if p.operator}
        self._infra = {word for p in catalog.platforms.values() for word in p.infra}

    def knows(self, word: str) -> bool:
        """Whether the word is written ``kind:name``, or is a name that the rules have."""
        kind, colon, _ = word.partition(":")
        if colon:
            return kind in KINDS
        return word.casefold() in {*self._vendors, *self._platforms, *self._operators}

    def read(self, word: str) -> tuple[str, ...]:
        """The domains that a word stands for.

        A bare name is all that the company makes and runs: ``acme`` loses its models everywhere
        and its platforms, ``vendor:acme`` the models alone. Raises ``AuditorError`` with the
        nearest names for a word that the rules do not know.
        """
        kind, colon, name = word.partition(":")
        if not colon:
            return self._bare(word)
        if kind not in KINDS or not name:
            raise self._unknown(word)
        if kind in _FREE:
            return self._free(kind, name)
        if kind == "vendor":
            if name.casefold() not in self._vendors:
                raise self._unknown(word)
            return (f"vendor:{self._vendors[name.casefold()]}",)
        platform = self._platforms.get(name.casefold())
        if platform is None or _kind_of(platform) != kind:
            raise self._unknown(word)
        return (f"{kind}:{platform.id}",)

    def incident(self, incident: Incident) -> Loss:
        """The loss that an incident was."""
        uncertain = frozenset(incident.uncertain)
        named = [
            *((name, f"vendor:{name}") for name in incident.vendors),
            *((name, f"platform:{name}") for name in incident.platforms),
            *((name, f"gateway:{name}") for name in incident.gateways),
            *((name, name) for name in incident.domains),
        ]
        return Loss(
            title=incident.title,
            domains=_unique(domain for name, domain in named if name not in uncertain),
            uncertain=_unique(domain for name, domain in named if name in uncertain),
            errors=incident.errors or OUTAGE_CLASSES,
            assumed=not incident.errors,
            minutes=incident.minutes,
            for_good=incident.kind == "withdrawal",
        )

    def title(self, domain: str) -> str:
        """A domain with its kind, as a list of what is lost shows it."""
        return domain.replace(":", " ", 1)

    def name(self, domain: str) -> str:
        """How people call a domain."""
        kind, _, name = domain.partition(":")
        if kind == "vendor" and name in self._catalog.vendors:
            return self._catalog.vendors[name].name
        if kind in _LISTED and name in self._catalog.platforms:
            return self._catalog.platforms[name].name
        return f"{kind} {name}"

    def _bare(self, word: str) -> tuple[str, ...]:
        """A company by any of its names, else one platform or gateway."""
        vendor = self._vendors.get(word.casefold())
        operator = vendor or word.casefold()
        home = self._catalog.vendors[vendor].home if vendor else None
        run = [
            f"{_kind_of(platform)}:{platform.id}"
            for platform in self._catalog.platforms.values()
            if platform.id == home or (platform.operator == operator and not platform.self_hosted)
        ]
        if vendor or run:
            return tuple(([f"vendor:{vendor}"] if vendor else []) + run)
        platform_ = self._platforms.get(word.casefold())
        if platform_ is None:
            raise self._unknown(word)
        return (f"{_kind_of(platform_)}:{platform_.id}",)

    def _free(self, kind: str, name: str) -> tuple[str, ...]:
        if kind == "infra" and name not in self._infra:
            near = get_close_matches(name, sorted(self._infra), n=3)
            hint = f"did you mean infra:{near[0]}?" if near else _known(self._infra)
            raise AuditorError(f"no platform of the rules stands on {name!r}", hint=hint)
        if kind == "region" and name.partition("/")[0] not in self._catalog.platforms:
            raise AuditorError(
                f"region:{name} does not say of which platform",
                hint="write region:PLATFORM/NAME, such as region:PLATFORM/us-east-1",
            )
        return (f"{kind}:{name}",)

    def _unknown(self, word: str) -> AuditorError:
        _, colon, name = word.partition(":")
        known = [f"{_kind_of(p)}:{p.id}" for p in self._catalog.platforms.values()]
        known += [*self._catalog.vendors, *self._catalog.platforms, *self._vendors]
        other = self._platforms.get(name.casefold()) if colon else None
        if other is not None:
            near = [f"{_kind_of(other)}:{other.id}"]
        else:
            near = get_close_matches(word.casefold(), known, n=3)
        near = near or (get_close_matches(name.casefold(), known, n=3) if colon else [])
        hint = f"did you mean {', '.join(dict.fromkeys(near))}?" if near else _known(KINDS)
        return AuditorError(f"the rules know no {word!r} that could be lost", hint=hint)


def vendors_by_name(catalog: Catalog) -> dict[str, str]:
    """The ids of the vendors by all that people call them, without regard to case."""
    return {
        name.casefold(): vendor.id
        for vendor in catalog.vendors.values()
        for name in (*vendor.aliases, vendor.name, vendor.id)
    }


def _known(words: Iterable[str]) -> str:
    return f"known: {', '.join(sorted(words))}"


def _kind_of(platform: Platform) -> str:
    return "gateway" if platform.role is Role.GATEWAY else "platform"


def _unique(domains: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(domains))
