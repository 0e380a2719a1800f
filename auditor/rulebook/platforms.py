"""Vendors, platforms, gateways, grammars and the endpoints that many servers share."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.model.catalog import (
    BodyShape,
    CallKind,
    Endpoint,
    Grammar,
    Platform,
    Role,
    Vendor,
)
from auditor.rulebook.record import Record


def read_vendor(record: Record) -> Vendor:
    """``vendors/ID.yaml``."""
    vendor = Vendor(
        id=record.need("id"),
        name=record.need("name"),
        home=record.reference("home", "platform"),
        aliases=record.texts("aliases"),
        models=record.patterns("models"),
        open_weights=record.patterns("open_weights"),
        status_page=record.text("status_page"),
    )
    record.done()
    return vendor


def read_platform(record: Record, gateway: bool) -> Platform:
    """``platforms/ID.yaml``, or ``gateways/ID.yaml``, which cannot name a role."""
    role = Role.GATEWAY if gateway else record.choice("role", Role) or Role.PLATFORM
    if role is Role.GATEWAY and not gateway:
        record.complain("role", "role: a gateway belongs into gateways/")
    platform = Platform(
        id=record.need("id"),
        name=record.need("name"),
        role=role,
        operator=record.text("operator"),
        serves=record.reference("serves", "vendor"),
        hosts=record.texts("hosts"),
        shared_hosts=record.texts("shared_hosts"),
        ports=_ports(record),
        endpoints=tuple(read_endpoints(record.children("endpoints"))),
        not_endpoints=record.patterns("not_endpoints"),
        prefixes=_prefixes(record),
        grammar=record.reference("grammar", "grammar"),
        key_env=record.texts("key_env"),
        url_env=record.texts("url_env"),
        self_hosted=record.flag("self_hosted"),
        images=record.texts("images"),
        infra=record.texts("infra"),
        status_page=record.text("status_page"),
    )
    record.done()
    return platform


def _ports(record: Record) -> tuple[int, ...]:
    value = record.raw("ports")
    ports = value if isinstance(value, list) else [] if value is None else [value]
    for port in ports:
        if isinstance(port, bool) or not isinstance(port, int) or not 0 < port < 65536:
            record.complain("ports", f"ports: expected port numbers, found {port!r}")
    return tuple(port for port in ports if isinstance(port, int))


def _prefixes(record: Record) -> dict[str, tuple[str, ...]]:
    inner = record.child("prefixes")
    if inner is None:
        return {}
    for grammar in inner.words():
        inner.refer(grammar, grammar, "grammar")
    return {grammar: inner.texts(grammar) for grammar in inner.words()}


def read_endpoints(records: Iterable[Record]) -> Iterable[Endpoint]:
    """A list of ``{path, kind}``, shared ones with ``platform`` and ``near``."""
    for record in records:
        record.need("kind")
        kind = record.choice("kind", CallKind) or CallKind.OTHER
        yield Endpoint(
            path=record.pattern("path"),
            kind=kind,
            platform=record.reference("platform", "platform"),
            near=record.flag("near"),
            fetched=record.flag("get"),
        )
        record.done()


def read_bodies(records: Iterable[Record]) -> Iterable[BodyShape]:
    """A list of ``{keys, kind, named}``."""
    for record in records:
        record.need("kind")
        kind = record.choice("kind", CallKind) or CallKind.OTHER
        yield BodyShape(frozenset(record.texts("keys")), kind, record.flag("named"))
        record.done()


def read_grammars(record: Record) -> Iterable[Grammar]:
    """``grammars.yaml``: ids with separator and platform of bare strings."""
    for name, inner in record.entries():
        yield Grammar(
            id=name, separator=inner.need("separator"), bare=inner.reference("bare", "platform")
        )
        inner.done()
