"""Gateway routes and model aliases: whom each asks, in which order, and after which errors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from glob import escape
from itertools import groupby

from auditor.meaning.attempts import Said, TargetReader
from auditor.meaning.documents import Document, nodes_of
from auditor.meaning.errors import classes_of
from auditor.meaning.paths import Found, find, holds
from auditor.meaning.records import Line, Named, Records, Target, text_of, translated
from auditor.model.behaviour import (
    OUTAGE_CLASSES,
    STATUS_CLASSES,
    Ask,
    Attempt,
    Ordered,
    Together,
)
from auditor.model.config_rules import ConfigRule, RouteRule, Targets
from auditor.model.kinds import CallKind

#: What a gateway answers to where its settings do not say: everything an outage may show.
EVERY_ERROR = STATUS_CLASSES.union(OUTAGE_CLASSES)


@dataclass(slots=True)
class Option:
    """One target of a route; ``priority`` orders them, the lowest first."""

    attempt: Attempt
    priority: float
    lines: tuple[Line, ...]
    kind: str | None


@dataclass(slots=True)
class Route:
    """An alias or route as it stands in the configuration."""

    rule: ConfigRule
    shape: RouteRule
    name: str
    title: str
    document: Document
    line: int
    options: list[Option] = field(default_factory=list)
    order: str = "first"
    fires: frozenset[str] = EVERY_ERROR
    fallbacks: list[tuple[str, Line]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    ask: Ask | None = None
    said_kind: str | None = None

    @property
    def gateways(self) -> tuple[str, ...]:
        """What stands between the route and whom it asks."""
        return (self.rule.gateway,) if self.rule.gateway else ()

    @property
    def kind(self) -> CallKind:
        """What its targets are asked for."""
        said = self.said_kind
        said = said or next((option.kind for option in self.options if option.kind), None)
        return CallKind(said) if said in set(CallKind) else self.shape.kind


def routes_of(
    documents: Iterable[Document], records: Records, targets: TargetReader
) -> tuple[Route, ...]:
    """Every route, with what it asks worked out."""
    found: list[Route] = []
    for document in documents:
        mine: dict[tuple[str, str, str], Route] = {}
        for rule, roots in document.rules:
            for shape in rule.routes:
                for root in roots:
                    for route in _routes(document, rule, shape, root, records, targets):
                        _enter(mine, route)
        found.extend(mine.values())
    _settle(found, targets)
    return tuple(found)


def _enter(known: dict[tuple[str, str, str], Route], route: Route) -> None:
    """Routes of one name in one file are one: load is spread over them."""
    same = known.setdefault((route.rule.id, route.shape.id, route.name), route)
    if same is not route:
        same.options += route.options
        same.lines += route.lines


def _routes(
    document: Document,
    rule: ConfigRule,
    shape: RouteRule,
    root: Found,
    records: Records,
    targets: TargetReader,
) -> Iterator[Route]:
    for node in nodes_of(document, root, shape):
        named = text_of(document, node, shape.name)
        name = (named.text if named else None) or "default"
        line = named.line if named and named.line else node.line
        route = Route(rule, shape, name, shape.title.replace("{name}", name), document, line)
        if named and named.line:
            route.lines.append(Line(document.path, line, "gateway-route", "", name))
        for source in shape.targets:
            route.options += _options(route, node, source, records, targets)
        route.said_kind = translated(text_of(document, node, shape.kind_at), shape.kind_at)
        route.order = translated(text_of(document, node, shape.order), shape.order) or "first"
        route.fires = _fires(route, node, _needed(route, records))
        route.fallbacks = list(_fallbacks(route, root, node))
        if route.options and not (shape.known and _all_unknown(route)):
            yield route


def _all_unknown(route: Route) -> bool:
    return all(option.attempt.unknown for option in route.options)


def _options(
    route: Route, node: Found, source: Targets, records: Records, targets: TargetReader
) -> Iterator[Option]:
    document = route.document
    for path in source.each:
        named = path.replace("{name}", escape(route.name))
        for each in find(node, named, document.top.node):
            target = _target(route, each, source, records)
            if target is None:
                continue
            priority = text_of(document, each, source.priority)
            lines = list(target.lines)
            if priority is not None and priority.line:
                shown = Line(
                    document.path, priority.line, "fallback", "priority", priority.text or ""
                )
                lines.append(shown)
            yield Option(
                targets.attempt(target.said, route.gateways), _number(priority), tuple(lines),
                target.kind,
            )  # fmt: skip


def _target(route: Route, each: Found, source: Targets, records: Records) -> Target | None:
    """The record at the node, or the one it names; a name that leads nowhere is unknown."""
    rule, document = route.rule, route.document
    shape = next(record for record in rule.records if record.id == source.record)
    asked = text_of(document, each, source.model)
    if source.by is None:
        if not all(holds(each, condition, document.top.node) for condition in shape.when):
            return None
        target = records.target(Named(rule, shape, "", document, each))
    else:
        by = text_of(document, each, source.by)
        if by is None or not by.text:
            return None
        if by.line and not any(path.startswith("@") for path in source.by.at):
            route.lines.append(Line(document.path, by.line, "gateway-route", "", by.text))
        known = records.named(rule.id, source.record, by.text, document.path)
        target = records.target(known) if known else Target(Said(provider=by.text))
    if asked is not None and asked.text:
        grammar = source.model.grammar if source.model else None
        if target.said.model is None or asked.line:
            line = Line(document.path, asked.line, "model", "", asked.text)
            said = target.said.with_model(asked.text, grammar)
            return Target(said, target.kind, target.lines + ((line,) if asked.line else ()))
    return target


def _fires(route: Route, node: Found, needed: Named | None) -> frozenset[str]:
    """After which errors the route goes on; ``needs:`` reads the record that lets it."""
    shape = route.shape
    if shape.fires_at is not None:
        words = [
            found.text
            for path in shape.fires_at.at
            for member in _at(route.document, node, path, needed)
            for found in (find(member, "*") if member.node.entries else [member])
            if found.text
        ]
        if words:
            return frozenset(c for word in words for c in classes_of(word))
    return frozenset(shape.fires) or EVERY_ERROR


def _at(document: Document, node: Found, path: str, needed: Named | None) -> list[Found]:
    if not path.startswith("needs:"):
        return find(node, path, document.top.node)
    path = path.removeprefix("needs:")
    return find(needed.node, path, needed.document.top.node) if needed else []


def _needed(route: Route, records: Records) -> Named | None:
    """The record that lets errors move on; without it they stay with the first target."""
    needs = route.shape.needs
    if needs is None:
        return None
    near = records.any_near(route.rule.id, needs, route.document.path)
    if near is None and route.order in ("priority", "ordered", "group"):
        route.order = "spread" if route.order == "group" else "first"
    return near


def _fallbacks(route: Route, root: Found, node: Found) -> Iterator[tuple[str, Line]]:
    document = route.document
    for rule in route.shape.fallbacks:
        for path in rule.at:
            start = root if path.startswith("//") else node
            for found in find(start, path.removeprefix("//"), document.top.node):
                lists = [found]
                if rule.keyed:
                    lists = [
                        Found((*found.keys, e.key), e.line, e.node)
                        for e in found.node.entries
                        if e.key in (route.name, "*")
                    ]
                for held in lists:
                    for member in find(held, "*") if held.node.entries else [held]:
                        text = member.text or _model_inside(member)
                        if text:
                            yield text, Line(document.path, held.line, "fallback", "", text)


def _model_inside(found: Found) -> str | None:
    named = found.node.get("model")
    return named.text if named is not None else None


def _settle(routes: list[Route], targets: TargetReader) -> None:
    """Whom each route asks, its fallbacks to other routes of its file included."""
    own = {id(route): _own(route) for route in routes}
    by_name = {(r.document.path, r.rule.id, r.name): r for r in routes}
    for route in routes:
        mine = own[id(route)]
        chain = [mine]
        for name, line in route.fallbacks:
            route.lines.append(line)
            other = by_name.get((route.document.path, route.rule.id, name))
            grammar = next((f.grammar for f in route.shape.fallbacks), None)
            asked = (
                own[id(other)]
                if other
                else targets.attempt(Said(model=name, grammar=grammar), route.gateways)
            )
            if asked not in chain:
                chain.append(asked)
        route.ask = mine if len(chain) == 1 else Ordered(tuple(chain), route.fires)


def _own(route: Route) -> Ask:
    """The route's own targets in their order."""
    options = sorted(route.options, key=lambda option: option.priority)
    if route.order == "first":
        options = options[:1]
    if route.order == "priority":
        groups = [
            _together([o.attempt for o in group], route.fires)
            for _, group in groupby(options, key=lambda option: option.priority)
        ]
        return groups[0] if len(groups) == 1 else Ordered(tuple(groups), route.fires)
    asked = list(dict.fromkeys(option.attempt for option in options))
    if len(asked) == 1:
        return asked[0]
    if route.order == "spread":
        return Together(tuple(asked))
    return Ordered(tuple(asked), route.fires)


def _together(asked: list[Attempt], fires: frozenset[str]) -> Ask:
    each = list(dict.fromkeys(asked))
    return each[0] if len(each) == 1 else Ordered(tuple(each), fires)


def _number(found: Found | None) -> float:
    try:
        return float(found.text) if found is not None and found.text else 0.0
    except ValueError:
        return 0.0
