"""Tables of routes: under which address a public method of a controller is asked for.

``config/routes.rb`` names controllers and methods by texts, so it is read as it stands, not run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.linker.blocks import flatten
from auditor.linker.definitions import FunctionInfo
from auditor.linker.ruby.constants import ConstantFinder
from auditor.linker.ruby.resources import Given, given_in, member_routes, plural, words_of
from auditor.linker.world import World
from auditor.model.facts import Attr, Call, Evaluate, Name, Return, Stmt

_VERBS = frozenset({"get", "post", "put", "patch", "delete"})
_CONTROLLER = "controller"


@dataclass(frozen=True, slots=True)
class _Around:
    """What the blocks around a route say: addresses, modules, and the resource it belongs to.

    ``many`` where the routes are those of the whole list.
    """

    path: str = ""
    module: str = ""
    controller: str = ""
    single: str = ""
    many: bool = False


#: The verb, the address, and the controller with its method.
Route = tuple[str, str, str]


def address(world: World, info: FunctionInfo) -> str:
    """``POST /answers`` where a table of routes says so, else ``AnswersController#create``."""
    finder = world.finder
    if info.cls is None or not isinstance(finder, ConstantFinder):
        return info.node.name
    name = world.classes[info.cls].qualname
    if finder.addresses is None:
        found: dict[str, str] = {}
        for verb, path, action in _tables(world):
            found.setdefault(action, f"{verb} {path or '/'}".strip())
        finder.addresses = found
    written = f"{name.replace('.', '::')}#{info.node.name}"
    return finder.addresses.get(f"{_key(name)}#{info.node.name}", written)


def _key(name: str) -> str:
    """``Api::V1::AnswersController`` as tables write it, but for what tells words apart."""
    path = name.replace(".", "/").removesuffix("Controller")
    return path.replace("_", "").lower()


def _tables(world: World) -> Iterator[Route]:
    for path in sorted(world.modules):
        module = world.modules[path]
        if module.in_tests or (not path.endswith("routes.rb") and "/routes/" not in f"/{path}"):
            continue
        for call in _calls(module.facts.body):
            block = given_in(call).block
            if isinstance(call.callee, Attr) and call.callee.name == "draw" and block is not None:
                yield from _routes(block.function.body, _Around())
            elif isinstance(call.callee, Name) and "/routes/" in f"/{path}":
                yield from _route(call, _Around())


def _calls(body: tuple[Stmt, ...]) -> Iterator[Call]:
    for stmt in flatten(body):
        match stmt:
            case Evaluate(value=Call() as call) | Return(value=Call() as call):
                yield call
            case _:
                pass


def _routes(body: tuple[Stmt, ...], around: _Around) -> Iterator[Route]:
    for call in _calls(body):
        yield from _route(call, around)


def _route(call: Call, around: _Around) -> Iterator[Route]:
    name = call.callee.id if isinstance(call.callee, Name) else ""
    given = given_in(call)
    if name in _VERBS:
        yield from _plain(name.upper(), given, around)
    elif name == "match":
        for verb in given.words("via") or ("",):
            yield from _plain(verb.upper().replace("ALL", ""), given, around)
    elif name == "root":
        yield from _to("GET", around.path or "/", given.text("to") or given.first, around)
    elif name in ("resources", "resource"):
        for word in given.plain:
            yield from _resource(word, given, around, many=name == "resources")
    else:
        inner = _inside(name, given, around)
        if given.block is not None:
            yield from _routes(given.block.function.body, inner)


def _inside(name: str, given: Given, around: _Around) -> _Around:
    """What a block adds to what is around it."""
    match name:
        case "namespace":
            path = given.text("path") or given.first
            module = given.text("module") or given.first
            return replace(around, path=_join(around.path, path),
                           module=_module(around.module, module))  # fmt: skip
        case "scope":
            path = given.text("path") or given.first
            return replace(
                around,
                path=_join(around.path, path),
                module=_module(around.module, given.text("module")),
                controller=given.text(_CONTROLLER) or around.controller,
            )
        case "controller":
            return replace(around, controller=given.first)
        case "member":
            return replace(around, many=False)
        case "collection":
            return replace(around, many=True)
        case _:
            return around


def _join(path: str, more: str) -> str:
    return f"{path}/{more.strip('/')}" if more.strip("/") else path


def _module(module: str, more: str) -> str:
    return f"{module}{more}/" if more else module


def _plain(verb: str, given: Given, around: _Around) -> Iterator[Route]:
    """``get "x", to: "c#a"``, ``get "x" => "c#a"``, ``get :x`` inside of a resource."""
    named = [(p, given.text("to")) for p in given.plain] or list(given.pairs)
    for path, target in named:
        base = around.path
        if around.single and not (around.many or "collection" in given.words("on")):
            base = f"{around.path}/:id"
        if not target and around.controller:
            action = given.text("action") or words_of(path)[-1]
            target = f"{given.text(_CONTROLLER) or around.controller}#{action}"
        if not target:
            target = given.text("action") and f"{given.text(_CONTROLLER)}#{given.text('action')}"
        yield from _to(verb, _join(base, path), target or "#".join(words_of(path)[-2:]), around)


def _to(verb: str, path: str, target: str, around: _Around) -> Iterator[Route]:
    if "#" in target:
        name, _, action = target.partition("#")
        key = f"{around.module}{name.strip('/')}".replace("_", "").lower()
        clean = re.sub(r"\(.*?\)", "", path)
        yield verb, clean if clean.startswith("/") else f"/{clean}", f"{key}#{action}"


def _resource(word: str, given: Given, around: _Around, *, many: bool) -> Iterator[Route]:
    own = given.text("path") or word
    controller = given.text(_CONTROLLER) or (word if many else plural(word))
    base = f"{around.path}/:{around.single}_id" if around.single else around.path
    here = replace(
        around,
        path=_join(base, own),
        module=_module(around.module, given.text("module")),
        controller=controller,
        single="",
        many=False,
    )
    for verb, path, action in member_routes(given, many=many):
        yield from _to(verb, f"{here.path}{path}", f"{controller}#{action}", here)
    if given.block is not None:
        singular = word.removesuffix("s") if many else ""
        inner = replace(here, single=singular, many=not many)
        yield from _routes(given.block.function.body, inner)
