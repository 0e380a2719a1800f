"""Which error classes a program tells apart."""

from __future__ import annotations

from collections.abc import Iterable

from auditor.model.behaviour import (
    ERROR_CLASSES,
    OUTAGE_CLASSES,
    STATUS_CLASSES,
    Behaviour,
    Guarded,
    Request,
)
from auditor.model.program import Program
from auditor.resilience.asks import ordered_in
from auditor.resilience.calls_in import nodes
from auditor.resilience.simulate import Caught, reacts


def told_apart(program: Program, roots: Iterable[Behaviour], caught: Caught) -> dict[str, str]:
    """Classes that every handler treats alike need one run: each maps to its stand-in."""
    everything = nodes(roots)
    catches = {
        catch.types for node in everything if isinstance(node, Guarded) for catch in node.catches
    }
    requests = [node for node in everything if isinstance(node, Request)]
    sdks = {node.sdk for node in requests}
    ordered = {
        (ask, call.raises)
        for call in program.calls
        for whole in call.asks
        for ask in ordered_in(whole)
    }
    ways = list({(a.fires, a.types, sdk): (a, sdk) for a, sdk in ordered}.values())
    seen: dict[tuple[bool, ...], str] = {}
    found: dict[str, str] = {}
    for word in sorted(ERROR_CLASSES, key=lambda c: (c not in OUTAGE_CLASSES, c)):
        silent = word in STATUS_CLASSES and any(r.silent for r in requests)
        signature = (
            silent,
            *(word in caught(types, sdk) for types in sorted(catches) for sdk in sorted(sdks)),
            *(reacts(ask, word, sdk, caught) for ask, sdk in ways),
        )
        found[word] = seen.setdefault(signature, word)
    return found
