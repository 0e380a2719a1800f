"""Fault domains: what can fail, and which of it an attempt needs."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.model.behaviour import Attempt
from auditor.model.catalog import Platform

VENDOR, PLATFORM, GATEWAY = "vendor:", "platform:", "gateway:"


def domains_of(attempt: Attempt) -> tuple[str, ...]:
    """The domains an attempt cannot do without.

    Open weights need no vendor: whoever serves them can be replaced by another server.
    """
    found: list[str] = []
    if attempt.vendor and not attempt.open_weights:
        found.append(VENDOR + attempt.vendor)
    if attempt.platform:
        found.append(PLATFORM + attempt.platform)
    found.extend(GATEWAY + gateway for gateway in attempt.gateways)
    return tuple(found)


def shown(domain: str) -> str:
    """A domain as reports write it: vendors by their bare id."""
    return domain.removeprefix(VENDOR)


def outside_gateways(attempt: Attempt, platforms: Mapping[str, Platform]) -> tuple[str, ...]:
    """The gateways on the way that somebody else runs."""
    return tuple(g for g in attempt.gateways if g not in platforms or not platforms[g].self_hosted)
