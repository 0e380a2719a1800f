"""Code that asks a gateway whose configuration is in the tree: the call takes the route's way.

The gateway stays on every way, so it stays a single point. Both ends are named as evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from auditor.meaning.records import distance
from auditor.meaning.routes import Route
from auditor.meaning.workflows import confidence_in, evidence_of
from auditor.model.behaviour import Ask, Attempt, Choice, Request, attempts_of, with_attempts
from auditor.model.program import LlmCall, Program
from auditor.model.rewriting import with_requests


def through_routes(program: Program, routes: Iterable[Route]) -> Program:
    """The program with every request to a known route asking what the route asks."""
    known = _Known(routes)
    calls = {call.id: known.call(call) for call in program.calls}
    if all(calls[call.id] is call for call in program.calls):
        return program
    places = {key: calls[identity].path for key, identity in program.keys.items()}

    def asks(request: Request) -> Request:
        path = places.get(request.call, "")
        return replace(request, ask=known.ask(request.ask, path))

    behaviours = with_requests(program.roots(), asks)
    count = len(program.entrypoints)
    entries = zip(program.entrypoints, behaviours[:count], strict=True)
    return replace(
        program,
        calls=tuple(calls.values()),
        entrypoints=tuple(replace(entry, behaviour=made) for entry, made in entries),
        loose=tuple(behaviours[count:]),
    )


class _Known:
    """The routes of the tree by gateway, as code asks for them."""

    def __init__(self, routes: Iterable[Route]) -> None:
        self._by_name: dict[tuple[str, str], list[Route]] = {}
        self._every: dict[str, list[Route]] = {}
        for route in routes:
            gateway = route.rule.gateway
            if gateway and not route.shape.hidden:
                self._by_name.setdefault((gateway, route.name.lower()), []).append(route)
                self._every.setdefault(gateway, []).append(route)

    def call(self, call: LlmCall) -> LlmCall:
        """The call as it goes through its routes; the call itself where it takes none."""
        taken = [r for a in call.attempts for r in self._taken(a, call.path)]
        if not taken:
            return call
        asks = tuple(dict.fromkeys(self.ask(ask, call.path) for ask in call.asks))
        attempts = tuple(dict.fromkeys(a for ask in asks for a in attempts_of(ask)))
        differ = len({route.ask for route in taken}) > 1
        open_ends = any(not self._taken(a, call.path) for a in call.attempts)
        each = {id(route): route for route in taken}.values()
        lines = [line for route in each for line in evidence_of(route)]
        return replace(
            call,
            asks=asks,
            attempts=attempts,
            dynamic=(call.dynamic and open_ends) or differ or any(a.unknown for a in attempts),
            confidence=confidence_in(attempts),
            evidence=tuple(dict.fromkeys((*call.evidence, *lines))),
        )

    def ask(self, ask: Ask, path: str) -> Ask:
        """What is asked in the end by a file at ``path``."""
        return with_attempts(ask, lambda attempt: self._way(attempt, path))

    def _way(self, attempt: Attempt, path: str) -> Ask:
        routes = self._taken(attempt, path)
        ways = tuple(dict.fromkeys(route.ask for route in routes if route.ask is not None))
        if not ways:
            return attempt
        way = ways[0] if len(ways) == 1 else Choice(ways, decided=False)
        return with_attempts(way, lambda target: _asked_by(attempt, target))

    def _taken(self, attempt: Attempt, path: str) -> Sequence[Route]:
        """The nearest routes that the request may take: several where the tree has several."""
        for gateway in attempt.gateways:
            named = [r for name in _names(attempt) for r in self._by_name.get((gateway, name), ())]
            if not named:
                every = self._every.get(gateway, ())
                named = [r for r in every if r.shape.any_model] if len(every) == 1 else []
            if named:
                nearest = min(distance(path, route.path) for route in named)
                return [route for route in named if distance(path, route.path) == nearest]
        return ()


def _names(attempt: Attempt) -> Iterator[str]:
    """What the route may be called that is asked for this model."""
    model = (attempt.model or "").lower()
    if model:
        yield model
        if "::" in model:
            yield model.rpartition("::")[2]


def _asked_by(attempt: Attempt, target: Attempt) -> Attempt:
    """A target of a route as the attempt asks it: further gateways and settings are kept."""
    return replace(
        target,
        gateways=tuple(dict.fromkeys((*attempt.gateways, *target.gateways))),
        conditions=tuple(dict.fromkeys((*attempt.conditions, *target.conditions))),
        borrowed_key=attempt.borrowed_key or target.borrowed_key,
    )
