"""Gateway routes and model aliases as they stand: their targets, fallbacks and conditions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from glob import escape

from auditor.meaning.attempts import Said, TargetReader
from auditor.meaning.documents import Document, nodes_of
from auditor.meaning.firing import EVERY_ERROR, fires_of, needed_for
from auditor.meaning.paths import Found, find, holds
from auditor.meaning.records import Line, Named, Records, Target, text_of, translated
from auditor.model.behaviour import Ask, Attempt
from auditor.model.config_rules import ConfigRule, RouteRule, Targets
from auditor.model.kinds import CallKind

#: Groups of targets in groups of targets end here.
_DEEPEST = 4


@dataclass(slots=True)
class Options:
    """What is asked for one thing: single targets, or groups that are options themselves.

    ``order`` and ``fires`` as in ``RouteRule``.
    """

    each: list[Option] = field(default_factory=list)
    order: str = "first"
    fires: frozenset[str] = EVERY_ERROR

    def targets(self) -> Iterator[Option]:
        """The single targets, those of inner groups too."""
        for option in self.each:
            if option.inside is None:
                yield option
            else:
                yield from option.inside.targets()


@dataclass(slots=True)
class Option:
    """One target of a route, or a group of them; ``priority`` orders them, the lowest first."""

    attempt: Attempt
    priority: float = 0.0
    lines: tuple[Line, ...] = ()
    kind: str | None = None
    inside: Options | None = None


@dataclass(slots=True)
class Route:
    """An alias or route as it stands in the configuration.

    ``proof`` are lines that decide how it behaves and are no settings of its own; ``keys`` lead
    to it.
    """

    rule: ConfigRule
    shape: RouteRule
    name: str
    title: str
    document: Document
    line: int
    options: Options = field(default_factory=Options)
    fallbacks: list[tuple[str, Line]] = field(default_factory=list)
    same_as: str | None = None
    lines: list[Line] = field(default_factory=list)
    proof: list[Line] = field(default_factory=list)
    ask: Ask | None = None
    said_kind: str | None = None
    keys: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file that it stands in."""
        return self.document.path

    @property
    def gateways(self) -> tuple[str, ...]:
        """What stands between the route and whom it asks."""
        return (self.rule.gateway,) if self.rule.gateway else ()

    @property
    def kind(self) -> CallKind:
        """What its targets are asked for."""
        said = self.said_kind
        said = said or next((one.kind for one in self.options.targets() if one.kind), None)
        return CallKind(said) if said in set(CallKind) else self.shape.kind


def routes_in(document: Document, records: Records, targets: TargetReader) -> Iterable[Route]:
    """Every route of a document, with what it asks still to be worked out."""
    found: dict[tuple[str, str, str], Route] = {}
    for rule, roots in document.rules:
        for shape in rule.routes:
            for root in roots:
                for route in _routes(_Reader(document, records, targets), rule, shape, root):
                    _enter(found, route)
    return found.values()


def _enter(known: dict[tuple[str, str, str], Route], route: Route) -> None:
    """Routes of one name in one file are one: load is spread over them."""
    same = known.setdefault((route.rule.id, route.shape.id, route.name), route)
    if same is not route:
        same.options.each += route.options.each
        same.lines += route.lines


@dataclass(frozen=True, slots=True)
class _Reader:
    document: Document
    records: Records
    targets: TargetReader


def _routes(reader: _Reader, rule: ConfigRule, shape: RouteRule, root: Found) -> Iterator[Route]:
    document = reader.document
    for node in nodes_of(document, root, shape):
        named = text_of(document, node, shape.name)
        name = (named.text if named else None) or "default"
        line = named.line if named and named.line else node.line
        title = shape.title.replace("{name}", name).replace("{path}", document.path)
        route = Route(rule, shape, name, title, document, line, keys=node.keys)
        if named and named.line:
            route.lines.append(Line(document.path, line, "gateway-route", "", name))
        route.said_kind = translated(text_of(document, node, shape.kind_at), shape.kind_at)
        route.options = _options(route, node, reader)
        route.fallbacks = _fallbacks(route, root, node)
        route.lines += [line for _, line in route.fallbacks]
        same = text_of(document, node, shape.same_as)
        route.same_as = same.text if same else None
        if route.same_as or (route.options.each and not (shape.known and _all_unknown(route))):
            yield route


def _all_unknown(route: Route) -> bool:
    return all(option.attempt.unknown for option in route.options.targets())


def _options(route: Route, node: Found, reader: _Reader, depth: int = 0) -> Options:
    """The targets of a route, or of a group of targets inside it."""
    shape = route.shape
    order = translated(text_of(reader.document, node, shape.order), shape.order) or "first"
    needed = needed_for(route.rule, shape, node, reader.document, reader.records)
    if shape.needs is not None and needed is None and order != "spread":
        order = "spread" if order == "group" else "first"
    fires, proof = fires_of(shape, node, reader.document, needed)
    route.proof += proof
    options = Options([], order, fires)
    for source in shape.targets:
        for path in source.each:
            named = path.replace("{name}", escape(route.name))
            for each in find(node, named, reader.document.top.node):
                options.each += _option(route, each, source, reader, depth)
    if shape.keeps_model:
        _without_own_models(options)
    return options


def _option(
    route: Route, each: Found, source: Targets, reader: _Reader, depth: int
) -> Iterator[Option]:
    document = reader.document
    priority = text_of(document, each, source.priority)
    if source.nest and depth < _DEEPEST and find(each, source.nest, document.top.node):
        inside = _options(route, each, reader, depth + 1)
        first = next(inside.targets(), None)
        if first is not None:
            yield Option(first.attempt, _number(priority), (), first.kind, inside)
        return
    if source.pattern is not None:
        shape = next(r for r in route.rule.records if r.id == source.record)
        here = text_of(document, each, shape.platform)
        platform = here.text if here is not None else None
        for target in _targets_in_text(document, each, source.pattern, platform):
            attempt = reader.targets.attempt(target.said, route.gateways)
            if not attempt.unknown:
                yield Option(attempt, 0.0, target.lines)
        return
    found = _target(route, each, source, reader.records)
    if found is None:
        return
    lines = list(found.lines)
    if priority is not None and priority.line:
        text = priority.text or ""
        lines.append(Line(document.path, priority.line, "fallback", "priority", text))
    attempt = reader.targets.attempt(found.said, route.gateways)
    yield Option(attempt, _number(priority), tuple(lines), found.kind)


def _targets_in_text(
    document: Document, each: Found, pattern: str, platform: str | None
) -> Iterator[Target]:
    """Targets that stand inside a text, such as a program in a policy."""
    text = each.text or ""
    for found in re.finditer(pattern, text):
        said = found.groupdict()
        line = each.node.first or each.line
        line += text.count("\n", 0, found.start()) if each.node.first else 0
        url, model, provider = said.get("url"), said.get("model"), said.get("provider")
        what = "model" if model and not url else "endpoint"
        lines = (Line(document.path, line, what, "", found.group().strip()),)
        yield Target(Said(model, provider=provider, url=url, platform=platform), None, lines)


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
        known = records.named(rule.id, source.record, by.text, document.path, route.keys)
        target = records.target(known) if known else Target(Said(provider=by.text))
    if asked is not None and asked.text:
        grammar = source.model.grammar if source.model else None
        if target.said.model is None or asked.line:
            line = Line(document.path, asked.line, "model", "", asked.text)
            said = target.said.with_model(asked.text, grammar)
            return Target(said, target.kind, target.lines + ((line,) if asked.line else ()))
    return target


def _without_own_models(options: Options) -> None:
    """A target that names no model is sent the name that was meant for the first one."""
    found = list(options.targets())
    for option in found[1:]:
        first, here = found[0].attempt, option.attempt
        if here.model is None and first.vendor and here.vendor not in (None, first.vendor):
            option.attempt = replace(here, misnamed=first.vendor)


def _fallbacks(route: Route, root: Found, node: Found) -> list[tuple[str, Line]]:
    """Names of what is asked after an error: the first of the rule's places that has any."""
    document = route.document
    for rule in route.shape.fallbacks:
        found: list[tuple[str, Line]] = []
        held = [
            at
            for path in rule.at
            for at in find(
                root if path.startswith("//") else node, path.removeprefix("//"), document.top.node
            )
        ]
        for each in _under(held, route.name) if rule.keyed else held:
            for member in find(each, "*") if each.node.entries else [each]:
                text = member.text or _model_inside(member)
                if text:
                    found.append((text, Line(document.path, each.line, "fallback", "", text)))
        if found:
            return found
    return []


def _under(tables: Iterable[Found], name: str) -> list[Found]:
    """What tables hold under a name, or else under ``*``."""
    entries = [(table, entry) for table in tables for entry in table.node.entries]
    for key in (name, "*"):
        held = [Found((*t.keys, e.key), e.line, e.node) for t, e in entries if e.key == key]
        if held:
            return held[:1]
    return []


def _model_inside(found: Found) -> str | None:
    named = found.node.get("model")
    return named.text if named is not None else None


def _number(found: Found | None) -> float:
    try:
        return float(found.text) if found is not None and found.text else 0.0
    except ValueError:
        return 0.0
