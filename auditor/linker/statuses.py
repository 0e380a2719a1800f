"""Whether code looks at the status of what it asked over plain HTTP."""

from __future__ import annotations

from auditor.linker.frame import Frame
from auditor.linker.world import World
from auditor.model.behaviour import STATUS_CLASSES
from auditor.model.catalog import Sdk, Via
from auditor.model.facts import Arg, Attr
from auditor.model.nodes import nodes_in


def is_silent(world: World, frame: Frame, sdk: Sdk) -> bool:
    """Whether an error status raises nothing here: the library has to be told to raise."""
    if sdk.via is not Via.HTTP:
        return False
    return not world.rules.errors.raised(sdk.id, _named_in(world, frame)) >= STATUS_CLASSES


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
