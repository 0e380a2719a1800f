"""Which platform answers at a host, and whether other things live there too."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable, Mapping
from copy import copy
from dataclasses import dataclass

from auditor.model.catalog import Platform, Role
from auditor.model.config import HOLE as HOLE

_PLACEHOLDER = re.compile(r"\{[^}]*\}")


@dataclass(frozen=True, slots=True)
class HostMatch:
    """A platform found by its host; on a ``shared`` host only known endpoints ask a model."""

    platform: Platform
    shared: bool


class HostIndex:
    """Looks hosts up: exactly, by placeholders, and by port where the host is a near one."""

    def __init__(self, platforms: Iterable[Platform]) -> None:
        self._exact: dict[str, HostMatch] = {}
        self._patterns: list[tuple[re.Pattern[str], HostMatch]] = []
        self._ports: dict[int, Platform] = {}
        self._memo: dict[str, HostMatch | None] = {}
        for platform in platforms:
            self._ports.update(dict.fromkeys(platform.ports, platform))
            for host in platform.hosts:
                self._enter(host, HostMatch(platform, shared=platform.role is Role.LOCAL))
            for host in platform.shared_hosts:
                self._enter(host, HostMatch(platform, shared=True))
        self._named: dict[str, HostMatch] = {}
        # The longest pattern says most: `{region}-api.acme.example` before `{name}.acme.example`.
        self._patterns.sort(key=lambda entry: (-len(entry[0].pattern), entry[0].pattern))

    def _enter(self, host: str, match: HostMatch) -> None:
        if "{" in host:
            self._patterns.append((re.compile(_pattern_of(host.lower())), match))
        else:
            self._exact[host.lower()] = match

    def with_names(self, names: Mapping[str, Platform]) -> HostIndex:
        """The same index for a network where these names, or ``:PORT`` on this machine, answer."""
        other = copy(self)
        other._memo = {}
        other._named = {name: HostMatch(platform, True) for name, platform in names.items()}
        return other

    def find(self, host: str) -> HostMatch | None:
        """The platform at ``host``, which may carry a port and holes; case does not matter."""
        if host not in self._memo:
            self._memo[host] = self._find(*_split_port(host.strip().lower()))
        return self._memo[host]

    def _find(self, name: str, port: int | None, has_port: bool) -> HostMatch | None:
        named = self._of_network(name, port)
        if named is not None:
            return named
        match = self._exact.get(name) or next(
            (match for pattern, match in self._patterns if pattern.fullmatch(name)), None
        )
        here = match is not None and match.platform.role is Role.LOCAL
        if match is not None and not (here and name in GENERIC):
            # `NAME.models.svc.cluster.local` is named for what runs there
            return (self._exact.get(name.split(".")[0]) if here else None) or match
        if not (here or is_near(name) or (has_port and _is_plain(name))):
            return None
        by_port = self._ports.get(port) if port is not None else None
        if by_port is not None:
            return HostMatch(by_port, shared=True)
        if name == HOLE:
            return None
        first = self._exact.get(name.split(".")[0])
        return first or match or self._exact.get("localhost")

    def _of_network(self, name: str, port: int | None) -> HostMatch | None:
        """A server of the team's own network that goes by this name."""
        if name in GENERIC:
            return self._named.get(f":{port}")
        if _is_plain(name) or is_near(name) or _IN_CLUSTER.search(name):
            return self._named.get(name.split(".")[0])
        return None


_IN_CLUSTER = re.compile(r"\.svc(?:\.|$)")
#: Hosts that are this machine, whatever runs on it.
GENERIC = frozenset({"localhost", "127.0.0.1", "0.0.0.0", "::1", "host.docker.internal"})


def _pattern_of(host: str) -> str:
    """A regular expression: a placeholder is text without dots, at the start with dots too.

    Holes are matched by placeholders alone, since no host holds one.
    """
    parts = _PLACEHOLDER.split(host)
    anywhere = ".+" if not parts[0] else "[^.]+"
    pattern = re.escape(parts[0])
    for index, part in enumerate(parts[1:]):
        pattern += (anywhere if index == 0 else "[^.]+") + re.escape(part)
    return pattern


def _split_port(host: str) -> tuple[str, int | None, bool]:
    """Name, port where it is a number, and whether there is any."""
    if host.startswith("["):
        name, _, tail = host[1:].partition("]")
        port = tail.removeprefix(":")
    elif host.count(":") > 1:
        name, port = host, ""
    else:
        name, _, port = host.partition(":")
    return name.rstrip("."), int(port) if port.isdecimal() else None, bool(port)


def is_near(name: str) -> bool:
    """Whether a host is this machine or its own network: nobody's service on the internet."""
    if name == "localhost" or name.endswith((".localhost", ".local", ".docker.internal")):
        return True
    try:
        address = ipaddress.ip_address(name)
    except ValueError:
        return False
    return address.is_loopback or address.is_private or address.is_unspecified


def _is_plain(name: str) -> bool:
    """A name without dots, such as a service of a compose file, or no known text at all."""
    return bool(name) and "." not in name
