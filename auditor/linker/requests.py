"""Raw HTTP: which model, if any, a URL and a body ask."""

from __future__ import annotations

import re
from typing import NamedTuple

from auditor.linker.targets import (
    choose,
    make_attempt,
    place_at,
    plausible,
    read_models,
    unknown_host,
)
from auditor.linker.trails import Resolved, Trail, too_many
from auditor.linker.urls import host_of, path_of
from auditor.linker.values import (
    HOLE,
    NONE,
    Aim,
    RuleObject,
    Table,
    Text,
    Unknown,
    Values,
    join,
)
from auditor.linker.world import World
from auditor.model.behaviour import Attempt
from auditor.model.catalog import BodyShape, CallKind, Platform

#: What build tools demand before the names of variables that a browser may see.
_PUBLIC = re.compile(r"(?:NEXT_PUBLIC|NUXT_PUBLIC|EXPO_PUBLIC|REACT_APP|PUBLIC|VITE)_")
#: Whatever the rules say of this host holds for any machine of the team's.
NEAREST_HOST = "localhost"


class Answer(NamedTuple):
    """What an HTTP request to a model host asks for."""

    kind: CallKind
    resolved: Resolved


def resolve_http(
    world: World,
    urls: Values,
    base: Values | None,
    body: Values | None,
    waits: Aim,
    bare: bool = False,
) -> Answer | None:
    """The attempts of a raw HTTP request, None where no URL is a model's.

    ``waits`` says how long the request waits, and how often it is tried again. A ``bare`` request
    carries nothing, so it only counts where rules say that a GET asks a model.
    """
    attempts: list[Attempt] = []
    trail = Trail()
    kind: CallKind | None = None
    full = full_urls(urls, base)
    for url in full:
        found = _ask(world, url, body, trail, waits, bare)
        if found is None:
            continue
        trail.saw(url, decides=True)
        if url.env:
            trail.dynamic = True
        kind = kind or found[0]
        attempts.extend(found[1])
    if kind is None:
        told = _told_by_body(world, urls, full, body, trail, waits)
        if told is None:
            return None
        kind, attempts = told
    ask = choose(plausible(world, attempts), urls.decided or len(full) == 1, trail)
    trail.cut = too_many(urls)
    return Answer(kind, trail.end(ask))


def made_before(urls: Values) -> tuple[Values, Values | None]:
    """In place of requests that were made before, their addresses; and what these carry."""
    requests = [v.aim for v in urls.items if isinstance(v, RuleObject)]
    if not requests:
        return urls, None
    addresses = join(*(aim.base_url or NONE for aim in requests))
    return addresses, join(*(aim.model or NONE for aim in requests))


def full_urls(urls: Values, base: Values | None) -> list[Text]:
    """The addresses of a request, that of its client put before those without a host."""
    found: list[Text] = []
    for value in urls.items:
        if not isinstance(value, Text):
            continue
        if base is None or "://" in value.text or value.text.startswith(HOLE):
            found.append(value)
            continue
        for root in base.items:
            if isinstance(root, Text):
                joined = (
                    f"{root.text.rstrip('/')}/{value.text.lstrip('/')}" if value.text else root.text
                )
                env = (*root.env, *value.env)
                found.append(Text(joined, env, (*root.steps, *value.steps), value.param))
    return found


def _ask(
    world: World, url: Text, body: Values | None, trail: Trail, waits: Aim, bare: bool
) -> tuple[CallKind, list[Attempt]] | None:
    host, path = host_of(url.text), path_of(url.text)
    found = world.matcher.platform_of_host(host) if host and host != HOLE else None
    platform, shared = (found.platform, found.shared) if found is not None else (None, True)
    if host == HOLE:
        platform = _named_by_setting(world, url)
    if platform is not None and world.matcher.is_not_endpoint(path, platform):
        return None
    near = platform is None and (_looks_near(url.text, host) or _is_shaped(world, host, body))
    endpoint = world.matcher.endpoint_of_path(path, platform, near, bare)
    if endpoint is None and (shared or bare):
        return None
    if platform is None and endpoint is not None:
        # Whose shape the path has; else a port or plain http speaks for a server of the team's.
        platform = world.catalog.platforms.get(endpoint.platform or "")
        if platform is None and _looks_near(url.text, host):
            here = world.matcher.platform_of_host(NEAREST_HOST)
            platform = here.platform if here is not None else None
    place = place_at(platform, url.env) if platform is not None else unknown_host(host, url.env)
    named = endpoint.model if endpoint else None
    model = Values((Text(named),)) if named else _body_model(world, body)
    aim = Aim(model=model, timeout=waits.timeout, retries=waits.retries)
    models = read_models(world, aim, trail, [place])
    attempts = [make_attempt(world, aim, place, model) for model in models]
    return (endpoint.kind if endpoint else CallKind.OTHER), plausible(world, attempts)


def _told_by_body(
    world: World, urls: Values, full: list[Text], body: Values | None, trail: Trail, waits: Aim
) -> tuple[CallKind, list[Attempt]] | None:
    """A request to an address of which nothing is known, if only a model reads what it carries."""
    if any(host_of(url.text) != HOLE for url in full) or not any(
        isinstance(v, Unknown) or v in full for v in urls.items
    ):
        return None
    shape = _shape_of(world, body)
    if shape is None:
        return None
    env = tuple(name for url in full for name in url.env)
    trail.dynamic = True
    aim = Aim(model=_body_model(world, body), timeout=waits.timeout, retries=waits.retries)
    place = unknown_host(HOLE, env)
    models = read_models(world, aim, trail, [place])
    return shape.kind, [make_attempt(world, aim, place, model) for model in models]


def _shape_of(world: World, body: Values | None) -> BodyShape | None:
    """What a model is asked for, if nothing but a model reads such a body."""
    carried = [v for v in (body or Values(())).items if isinstance(v, Table)]
    entries = [world.heap.entries.get(v.number, {}).keys() for v in carried]
    models = (_body_model(world, body) or NONE).items
    known = any(isinstance(m, Text) and world.matcher.maker(m.text) for m in models)
    shapes = [s for s in world.catalog.bodies if known or not s.named]
    return next((s for s in shapes for keys in entries if s.keys <= keys), None)


def _is_shaped(world: World, host: str, body: Values | None) -> bool:
    """Of a host of which nothing is known the body tells that a model's server is meant."""
    return host == HOLE and _shape_of(world, body) is not None


def _named_by_setting(world: World, url: Text) -> Platform | None:
    """The platform whose address the variable holds, by the name that its users give it."""
    names = {_PUBLIC.sub("", name) for name in url.env}
    platforms = world.catalog.platforms.values()
    return next((p for p in platforms if names.intersection(p.url_env)), None)


def _looks_near(url: str, host: str) -> bool:
    """An unknown host with a port, or asked over plain http, is a machine of the team's."""
    rest = host.partition(":")[2]
    return url.startswith("http://") or (bool(rest) and not rest.startswith("443"))


def _body_model(world: World, body: Values | None) -> Values | None:
    found = [world.get_item(value, "model") for value in (body or Values(())).items]
    texts = [t for values in found for t in values.items if isinstance(t, Text)]
    return Values(tuple(dict.fromkeys(texts))) if texts else None
