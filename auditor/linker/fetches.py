"""Requests that carry nothing: a GET, which asks a model only where rules say so."""

from __future__ import annotations

from auditor.linker.values import NONE, Arguments, Table, Text
from auditor.linker.world import World
from auditor.model.slots import Slot


def only_fetches(world: World, url: Slot | None, verb: str, args: Arguments) -> bool:
    """``get(url, headers)`` or ``fetch(url, {headers})``: nothing goes that a model could read."""
    if verb.lower().startswith("get"):
        return True
    if url is None or url.within or any(arg.name is not None for arg in args[1:]):
        return False
    options = [v for arg in args[1:] for v in arg.values.items]
    return all(isinstance(v, Table) and not _names_method(world, v) for v in options)


def _names_method(world: World, options: Table) -> bool:
    """Whether options of a request may ask for anything but a GET."""
    entries = world.heap.entries.get(options.number, {})
    method = entries.get("method", NONE).items
    fetched = all(isinstance(v, Text) and v.text.upper() == "GET" for v in method)
    return "*" in entries or not fetched
