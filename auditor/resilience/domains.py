"""Fault domains: what can fail, and which of it an attempt needs."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.model.behaviour import Attempt, Request
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


class Needed:
    """The domains of attempts and requests, worked out once for each object."""

    def __init__(self) -> None:
        self._by_attempt: dict[int, tuple[str, ...]] = {}
        self._by_request: dict[int, frozenset[str]] = {}
        self._kept: list[Attempt | Request] = []

    def by(self, attempt: Attempt) -> tuple[str, ...]:
        """As ``domains_of``."""
        found = self._by_attempt.get(id(attempt))
        if found is None:
            found = self._by_attempt[id(attempt)] = domains_of(attempt)
            # An id is only good while its object lives.
            self._kept.append(attempt)
        return found

    def by_any_of(self, request: Request) -> frozenset[str]:
        """What any attempt of the request cannot do without."""
        found = self._by_request.get(id(request))
        if found is None:
            found = frozenset(d for attempt in request.attempts for d in self.by(attempt))
            self._by_request[id(request)] = found
            self._kept.append(request)
        return found


def shown(domain: str) -> str:
    """A domain as reports write it: vendors by their bare id."""
    return domain.removeprefix(VENDOR)


def outside_gateways(attempt: Attempt, platforms: Mapping[str, Platform]) -> tuple[str, ...]:
    """The gateways on the way that somebody else runs."""
    return tuple(g for g in attempt.gateways if g not in platforms or not platforms[g].self_hosted)
