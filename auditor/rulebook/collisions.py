"""Two platforms that claim the same host, port or prefix: nobody could tell which is meant."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.catalog import Catalog, Platform, Role
from auditor.rulebook.problems import Place, Problems


def find_collisions(catalog: Catalog, problems: Problems) -> None:
    """Note every claim that a second platform makes, and vendor aliases used twice."""
    taken: dict[tuple[str, str], str] = {}
    for platform in catalog.platforms.values():
        folder = "gateways" if platform.role is Role.GATEWAY else "platforms"
        place = Place(f"{folder}/{platform.id}.yaml")
        for keys, what, claim in _claims(platform):
            owner = taken.setdefault((what, claim), platform.id)
            if owner != platform.id:
                problems.add(place.at(*keys), f"{what} '{claim}' belongs to '{owner}' already")
    named: dict[str, str] = {}
    for vendor in catalog.vendors.values():
        for alias in (vendor.id, *vendor.aliases):
            owner = named.setdefault(alias.lower(), vendor.id)
            if owner != vendor.id:
                message = f"'{alias}' names '{owner}' already"
                problems.add(Place(f"vendors/{vendor.id}.yaml").at("aliases"), message)


def _claims(platform: Platform) -> Iterator[tuple[tuple[str, ...], str, str]]:
    for key, hosts in (("hosts", platform.hosts), ("shared_hosts", platform.shared_hosts)):
        for host in hosts:
            yield (key,), "host", host.lower()
    for port in platform.ports:
        yield ("ports",), "port", str(port)
    for grammar, prefixes in platform.prefixes.items():
        for prefix in prefixes:
            yield ("prefixes", grammar), f"{grammar} prefix", prefix.lower()
