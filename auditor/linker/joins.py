"""Requests to the program's own routes: what asks for an address runs the handler behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.linker.entries import Entry
from auditor.linker.frame import Frame
from auditor.linker.recorder import add_asks
from auditor.linker.shipped import either
from auditor.linker.slots import given_to
from auditor.linker.urls import host_of, path_of
from auditor.linker.values import ANY_ARGUMENTS, HOLE, NONE, Arguments, Text, Values, known_texts
from auditor.linker.world import Place, World
from auditor.model.behaviour import Enter, requests_in
from auditor.model.behaviour import Sequence as Steps
from auditor.model.program import Entrypoint, Program

#: A title that names an address, with or without a verb.
_TITLE = re.compile(r"(?:(?P<verb>[A-Z]+) )?(?P<path>/\S*)")
#: A segment that takes any text: ``[id]``, ``:id``, ``{id}``, ``<int:id>``.
_OPEN = re.compile(r"\[.*\]|:.*|\{.*\}|<.*>|\*.*")
_REST = re.compile(r"\[\[?\.\.\..*")
#: This machine, or a container beside this one: a host without a dot.
_LOCAL = re.compile(r"(?:[a-z][\w-]*|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?")
#: The verb in the titles of routes that sockets are opened on.
_SOCKET = "WS"
_VERBS = frozenset({"get", "post", "put", "patch", "delete"})


@dataclass(frozen=True, slots=True)
class Route:
    """A handler by its verb (empty for any) and the segments of its address.

    ``values`` are its functions; of one that is written in another language ``other`` tells what
    it does.
    """

    verb: str
    segments: tuple[str, ...]
    values: Values = NONE
    other: Entrypoint | None = None


def find_routes(entries: Iterable[Entry], others: Iterable[Program]) -> tuple[Route, ...]:
    """The entry points that answer at an address of the program's own, in any language."""
    found: list[Route] = []
    for entry in entries:
        match = _TITLE.fullmatch(entry.title) if entry.kind == "http" else None
        if match is not None and entry.values.items:
            found.append(Route(match["verb"] or "", _segments(match["path"]), entry.values))
    for other in (e for program in others for e in program.entrypoints if e.kind == "http"):
        match = _TITLE.fullmatch(other.name)
        if match is not None and other.calls:
            found.append(Route(match["verb"] or "", _segments(match["path"]), NONE, other))
    return tuple(found)


def _segments(path: str) -> tuple[str, ...]:
    return tuple(part for part in path.split("/") if part)


def call_route(
    world: World, frame: Frame, urls: Values, member: str, args: Arguments, place: Place
) -> bool:
    """Run what answers a request to the program itself; False where nothing is known to."""
    verb = _verb(world, member, args)
    wanted = [_segments(path) for url in urls.items if isinstance(url, Text)
              for path in _own_path(url.text)]  # fmt: skip
    hits = [world.routes[n] for n in sorted({n for path in wanted for n in _at(world, verb, path)})]
    if not hits:
        return False
    arms: list[Steps] = []
    for route in {(r.values, r.other.id if r.other else ""): r for r in hits}.values():
        with frame.aside() as out:
            if route.other is not None:
                _enter(frame, route.other, place)
            else:
                world.call_values(frame, route.values, ANY_ARGUMENTS, place)
        arms.append(Steps(tuple(out)))
    either(frame, arms, place.line)
    return True


def _enter(frame: Frame, other: Entrypoint, place: Place) -> None:
    name = f"{other.path}:{other.function}"
    frame.out.append(Enter(name, place.path, place.line, other.behaviour))
    for request in requests_in(other.behaviour):
        add_asks(frame.asks, {request.call: frozenset(request.attempts)})


def _verb(world: World, member: str, args: Arguments) -> str:
    named = known_texts(given_to(world, args, "method"))
    if named:
        return named[0].upper()
    return member.upper() if member in _VERBS else "GET"


def _own_path(url: str) -> list[str]:
    """The path of an address on this origin, or on a host that only a setting names."""
    plain = url.partition("?")[0]
    if plain.startswith("/") and not plain.startswith("//"):
        return [plain]
    host = host_of(plain)
    if host == HOLE or _LOCAL.fullmatch(host):
        return [path_of(plain)]
    return []


def names_no_host(urls: Values) -> bool:
    """Whether a request can only go to the program itself, whatever its path looks like."""
    plain = [v.text for v in urls.items if isinstance(v, Text)]
    return bool(plain) and all(t.startswith("/") and not t.startswith("//") for t in plain)


def _at(world: World, verb: str, path: tuple[str, ...]) -> tuple[int, ...]:
    """The routes that a request with this method to this path may mean, by their numbers."""
    found = world.routes_at.get((verb, path))
    if found is None:
        found = world.routes_at[verb, path] = tuple(
            number
            for number, route in enumerate(world.routes)
            if _takes(route.verb, verb) and _fits(path, route.segments)
        )
    return found


def _takes(route: str, verb: str) -> bool:
    """Whether a route answers requests of this method: a socket is opened with a GET."""
    return route in ("", verb) or (route == _SOCKET and verb == "GET")


def _fits(path: tuple[str, ...], route: tuple[str, ...]) -> bool:
    """Whether an address with unknown stretches may be that of the route."""
    if not route or not path or not any(HOLE not in part for part in path):
        return False
    for number, part in enumerate(route):
        if _REST.fullmatch(part):
            return True
        if number >= len(path):
            return False
        if not (_OPEN.fullmatch(part) or _alike(path[number], part)):
            return False
    return len(path) == len(route)


def _alike(written: str, part: str) -> bool:
    if HOLE not in written:
        return written == part
    pattern = ".*".join(re.escape(piece) for piece in written.split(HOLE))
    return re.fullmatch(pattern, part) is not None
