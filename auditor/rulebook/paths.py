"""What a request path asks of a model."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.catalog import CallKind, Endpoint, Platform
from auditor.rulebook.hosts import HOLE

_Compiled = tuple[tuple[re.Pattern[str], Endpoint], ...]


@dataclass(frozen=True, slots=True)
class PathMatch:
    """What a path asks: the kind of call, the model it names, and whose shape of path it is."""

    kind: CallKind
    model: str | None
    platform: str | None


class PathIndex:
    """Looks request paths up among a platform's endpoints and those that many servers share."""

    def __init__(self, shared: Iterable[Endpoint]) -> None:
        self._shared = _compile(shared)
        self._own: dict[str, tuple[_Compiled, tuple[re.Pattern[str], ...]]] = {}

    def endpoint(
        self, path: str, platform: Platform | None, near: bool, bare: bool
    ) -> PathMatch | None:
        """What ``path`` asks for, None where it is no model's; ``near`` as in ``Endpoint``.

        A ``bare`` request carries nothing: a GET.
        """
        path = _without_query(path)
        own = self._of(platform)[0] if platform else ()
        for pattern, endpoint in (*own, *self._shared):
            if (endpoint.near and not near) or (bare and not endpoint.fetched):
                continue
            if found := pattern.search(path):
                model = found.groupdict().get("model")
                named = None if model is None or HOLE in model else model
                return PathMatch(endpoint.kind, named, endpoint.platform)
        return None

    def is_not_endpoint(self, path: str, platform: Platform) -> bool:
        """Whether the platform answers ``path`` without asking a model."""
        path = _without_query(path)
        return any(pattern.search(path) for pattern in self._of(platform)[1])

    def _of(self, platform: Platform) -> tuple[_Compiled, tuple[re.Pattern[str], ...]]:
        if platform.id not in self._own:
            nots = tuple(re.compile(pattern) for pattern in platform.not_endpoints)
            self._own[platform.id] = _compile(platform.endpoints), nots
        return self._own[platform.id]


def _compile(endpoints: Iterable[Endpoint]) -> _Compiled:
    return tuple((re.compile(endpoint.path), endpoint) for endpoint in endpoints)


def _without_query(path: str) -> str:
    return re.split(r"[?#]", path, maxsplit=1)[0]
