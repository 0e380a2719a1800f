"""Whether code looks at the status of what it asked over plain HTTP."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.linker.frame import Frame
from auditor.linker.world import World
from auditor.model.behaviour import STATUS_CLASSES
from auditor.model.catalog import Sdk, Via
from auditor.model.facts import Arg, Attr, Const, Expr, Mapping, Stmt
from auditor.model.nodes import nodes_in


def is_silent(world: World, frame: Frame, sdk: Sdk, built: str = "") -> bool:
    """Whether an error status raises nothing here: the library has to be told to, or told not to.

    ``built`` is the file in which the client is built, if there is one.
    """
    if sdk.via is not Via.HTTP:
        return False
    options = _options_in(world, frame.path) | _options_in(world, built)
    raised = world.rules.errors.raised(sdk.id, _named_in(world, frame), options)
    return not raised >= STATUS_CLASSES


def _options_in(world: World, path: str) -> frozenset[str]:
    """Every name that a file sets or passes by name: as an argument, a key or an attribute."""
    if path not in world.modules:
        return frozenset()
    found = world.named_anywhere.get(path)
    if found is None:
        found = world.named_anywhere[path] = frozenset(_set_in(world.modules[path].facts.body))
    return found


def _set_in(body: tuple[Stmt, ...]) -> Iterator[str]:
    for node in nodes_in(body):
        match node:
            case Arg(name=str(name)) | Attr(name=name):
                yield name
            case Mapping(items=pairs):
                yield from filter(None, (_key_name(key) for key, _ in pairs))


def _key_name(key: Expr | None) -> str:
    match key:
        case Const(str(name)) | Attr(name=name):
            return name
        case _:
            return ""


def _named_in(world: World, frame: Frame) -> frozenset[str]:
    """Keyword arguments in the function around the call, or in the module, and attributes.

    Of a request in a ``try`` only the attributes in there count: what raises for the status behind
    it is not seen by its handlers.
    """
    function = frame.function
    module = world.modules[frame.path].facts.body
    whole = function.node.body if function is not None else module
    near = frame.trying if frame.trying is not None else whole
    key = (frame.path, function.number if function is not None else -1, id(near))
    found = world.named.get(key)
    if found is None:
        given = (node.name for node in nodes_in(whole) if isinstance(node, Arg))
        named = (node.name for node in nodes_in(near) if isinstance(node, Attr))
        found = world.named[key] = frozenset(name for name in (*given, *named) if name is not None)
    return found
