"""``incidents/ID.yaml``: outages that happened, as fault domains to take away again."""

from __future__ import annotations

from datetime import datetime

from auditor.model.catalog import Incident
from auditor.rulebook.errors import read_classes
from auditor.rulebook.problems import suggest
from auditor.rulebook.record import Record

#: What happened: down, impaired, gone for good, a layer below several platforms, a dead fallback.
KINDS = ("outage", "degradation", "withdrawal", "shared-infrastructure", "failed-failover")
CONFIDENCES = ("high", "medium", "low")

# Fault domains that no rule file lists; the platform of a region does have one.
_MORE_DOMAINS = ("model", "region", "infra", "auth", "credential", "sdk")
# What an incident may call uncertain.
_LISTS = ("vendors", "platforms", "gateways", "surfaces", "domains")


def read_incident(record: Record) -> Incident:
    """One incident; ids that our rules have must be theirs, everything else is words."""
    uncertain = record.texts("uncertain")
    listed = {name for key in _LISTS for name in record.texts(key)}
    for name in uncertain:
        if name not in listed:
            hint = suggest(name, listed)
            record.complain("uncertain", f"uncertain: '{name}' is not listed as affected{hint}")
    incident = Incident(
        id=record.need("id"),
        title=record.need("title"),
        kind=_one_of(record, "kind", KINDS),
        start=_start(record),
        minutes=record.number("minutes"),
        confidence=_one_of(record, "confidence", CONFIDENCES),
        sources=_sources(record),
        vendors=_references(record, "vendors", "vendor"),
        platforms=_references(record, "platforms", "platform"),
        gateways=_references(record, "gateways", "platform"),
        surfaces=record.texts("surfaces"),
        domains=_domains(record),
        uncertain=uncertain,
        errors=read_classes(record, "errors"),
        not_affected=record.text("not_affected"),
    )
    record.done()
    return incident


def _one_of(record: Record, key: str, words: tuple[str, ...]) -> str:
    word = record.need(key)
    if word and word not in words:
        record.complain(key, f"{key}: unknown '{word}'{suggest(word, words)}")
    return word


def _start(record: Record) -> str:
    """An ISO date or time; the text is kept, so that ``2026-06-02`` claims no hour."""
    text = record.need("start")
    try:
        datetime.fromisoformat(text)
    except ValueError:
        if text:
            record.complain("start", f"start: '{text}' is no ISO date or time")
    return text


def _sources(record: Record) -> tuple[str, ...]:
    """Addresses where the incident is described; one without any is hearsay."""
    sources = record.texts("sources")
    if not sources:
        record.complain("sources", "sources: an incident needs at least one")
    for source in sources:
        if not source.startswith(("https://", "http://")):
            record.complain("sources", f"sources: '{source}' is no address")
    return sources


def _references(record: Record, key: str, family: str) -> tuple[str, ...]:
    names = record.texts(key)
    for name in names:
        record.refer(key, name, family)
    return names


def _domains(record: Record) -> tuple[str, ...]:
    """``kind:id`` words; the region of a platform is written ``region:platform/name``."""
    domains = record.texts("domains")
    for domain in domains:
        kind, colon, name = domain.partition(":")
        if kind not in _MORE_DOMAINS or not colon or not name:
            hint = suggest(kind, _MORE_DOMAINS)
            record.complain("domains", f"domains: '{domain}' is no fault domain{hint}")
        elif kind == "region":
            record.refer("domains", name.partition("/")[0], "platform")
    return domains
