"""Whose servers answer the requests of which client: many copy one shape, and few the others."""

from __future__ import annotations

import re

from auditor.linker.world import World
from auditor.model.catalog import Platform

#: So many addresses are no choice that somebody made, but a list of all there are. And who has so
#: many paths in common with others is copied by them.
MOST_HOSTS = 3


def answers(world: World, client: Platform | None, platform: Platform | None) -> bool:
    """Whether the platform may answer a client that is made for another one.

    A client for requests that many servers answer may be sent anywhere; any other one is of no use
    at the address of another maker.
    """
    if client is None or client.serves is None or platform is None:
        return True
    shared = [e.path for e in world.catalog.endpoints if e.platform is None]
    alike = [p for p in shared if any(re.search(p, own.path) for own in client.endpoints)]
    return len(alike) >= MOST_HOSTS or platform.serves == client.serves
