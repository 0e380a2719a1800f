"""Whom each route asks in the end: its targets in their order, then other routes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from auditor.meaning.attempts import Said, TargetReader
from auditor.meaning.paths import fits
from auditor.meaning.records import Line, Records
from auditor.meaning.routes import Option, Options, Route
from auditor.model.behaviour import Ask, Ordered, Together

#: Routes go on in routes at most so often.
_MOST_HOPS = 5


class Chains:
    """Works out what routes ask, from all of them and the records of all documents."""

    def __init__(self, routes: Iterable[Route], targets: TargetReader, records: Records) -> None:
        self._targets = targets
        self._records = records
        self._by_name: dict[tuple[str, str, str], Route] = {}
        for route in routes:
            self._by_name.setdefault((route.path, route.rule.id, route.name), route)

    def settled(self, route: Route) -> Iterator[Route]:
        """The route with what it asks filled in, unless it leads nowhere."""
        chain = list(dict.fromkeys(self._chain(route, route, set())))
        if chain:
            fires = self._meant(route).options.fires
            route.ask = chain[0] if len(chain) == 1 else Ordered(tuple(chain), fires)
            yield route

    def _meant(self, route: Route) -> Route:
        """The route that an alias stands for."""
        other = self._named(route, route.same_as) if route.same_as else None
        return other or route

    def _chain(self, top: Route, route: Route, seen: set[str]) -> Iterator[Ask]:
        """The route's own targets, then those of its fallbacks and of theirs."""
        if route.name in seen or len(seen) > _MOST_HOPS:
            return
        seen.add(route.name)
        if route.same_as:
            other = self._named(route, route.same_as)
            if other is not None:
                yield from self._chain(top, other, seen)
            return
        own = self._own(top, route)
        if own is not None:
            yield own
        for name, line in route.fallbacks:
            other = self._named(route, name)
            if other is None:
                top.proof.append(replace(line, what="no such route"))
                continue
            top.proof.append(line)
            if other.name == name:
                yield from self._chain(top, other, seen)
            else:
                yield self._through(other, name)

    def _named(self, route: Route, name: str) -> Route | None:
        """The route of that name in the same file, or one whose name is a pattern for it."""
        known = self._by_name.get((route.path, route.rule.id, name))
        if known is not None:
            return known
        here = (route.path, route.rule.id)
        patterns = (r for key, r in self._by_name.items() if key[:2] == here and "*" in key[2])
        return next((other for other in patterns if fits(name, other.name)), None)

    def _through(self, other: Route, name: str) -> Ask:
        """A route for many models, asked for one of them."""
        grammar = next((f.grammar for f in other.shape.fallbacks), None)
        return self._targets.attempt(Said(model=name, grammar=grammar), other.gateways)

    def _own(self, top: Route, route: Route) -> Ask | None:
        options = route.options
        real = [option for option in options.each if not self._stands_in(top, option)]
        if real and len(real) < len(options.each):
            options = replace(options, each=real)
        return ask_of(options)

    def _stands_in(self, top: Route, option: Option) -> bool:
        """Whether the server behind a target only plays a model for tests."""
        for line in option.lines:
            server = self._records.stand_in(line.text, top.path) if _is_host(line) else None
            if server is not None:
                text = f"{server.name} is a server for tests"
                place = Line(server.document.path, server.node.line, "not counted", "", text)
                top.proof.append(place)
                return True
        return False


def _is_host(line: Line) -> bool:
    return line.what == "endpoint"


def ask_of(options: Options) -> Ask | None:
    """What is asked for a route or a group of targets; None without any."""
    each = sorted(options.each, key=lambda option: option.priority)
    if options.order == "first":
        each = each[:1]
    if options.order == "priority":
        ranks = groupby(each, key=lambda option: option.priority)
        return _in_order([_in_order(_asked(group), options) for _, group in ranks], options)
    asked = _asked(each)
    if options.order == "spread" and len(asked) > 1:
        return Together(tuple(asked))
    return _in_order(asked, options)


def _asked(options: Iterable[Option]) -> list[Ask]:
    """What each option asks, once."""
    each = [ask_of(one.inside) if one.inside is not None else one.attempt for one in options]
    return list(dict.fromkeys(one for one in each if one is not None))


def _in_order(asked: Iterable[Ask | None], options: Options) -> Ask | None:
    found = tuple(dict.fromkeys(one for one in asked if one is not None))
    if len(found) < 2:
        return found[0] if found else None
    return Ordered(found, options.fires)
