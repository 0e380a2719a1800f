"""Whether code looks at the status of what it asked over plain HTTP."""

from __future__ import annotations

from auditor.linker.world import Frame, World
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
    """Attributes and keyword arguments in the function around the call, or in the module."""
    function = frame.function
    key = (frame.path, function.number if function is not None else -1)
    found = world.named.get(key)
    if found is None:
        module = world.modules[frame.path].facts.body
        nodes = nodes_in(function.node.body if function is not None else module)
        names = (node.name for node in nodes if isinstance(node, Attr | Arg))
        found = world.named[key] = frozenset(name for name in names if name is not None)
    return found
