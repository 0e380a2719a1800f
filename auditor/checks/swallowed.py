"""Errors that a handler keeps to itself, though one further out would ask somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.checks.handlers import Handler, Handlers
from auditor.model.behaviour import Behaviour, Catch, Guarded, Leave, nodes
from auditor.model.program import Evidence, Program
from auditor.resilience.catching import EVERYTHING


@dataclass(frozen=True, slots=True)
class Swallowed:
    """``keeper`` takes an error and lets nothing out, ``fallback`` is a handler around it in which
    somebody is asked; ``flows`` are the ids of the workflows that come by both."""

    keeper: Handler
    fallback: Handler
    flows: frozenset[str]

    def evidence(self) -> tuple[Evidence, ...]:
        """Both lines, the inner one first."""
        ends = "the error ends here, and nothing is raised instead"
        waits = "the handler that asks another vendor never gets it"
        return (
            Evidence(self.keeper.path, self.keeper.line, ends),
            Evidence(self.fallback.path, self.fallback.line, waits),
        )


def swallowed_in(program: Program, handlers: Handlers) -> dict[str, tuple[Swallowed, ...]]:
    """By call id, the handlers that keep its error from a fallback."""
    found: dict[str, dict[Swallowed, None]] = {}
    for outer in handlers.guards:
        fallbacks = [one for one in handlers.of(outer) if one.asks]
        kept = list(_kept(handlers, outer)) if fallbacks else []
        flows = _flows(program, outer) if kept else frozenset()
        for call, keeper in kept:
            for fallback in fallbacks:
                found.setdefault(call, {})[Swallowed(keeper, fallback, flows)] = None
    return {call: tuple(each) for call, each in found.items()}


def _kept(handlers: Handlers, outer: Guarded) -> Iterator[tuple[str, Handler]]:
    """Each call inside, with a handler around it that takes everything and does nothing more.

    Where anything is raised further out, the callers may well have looked at what they got: then
    nobody is said to be kept from anything.
    """
    body = nodes([outer.body])
    raised = {id(node) for node in body if _is_raise(node)}
    for inner in body:
        if not isinstance(inner, Guarded) or not raised <= set(map(id, nodes([inner]))):
            continue
        for catch, handler in zip(inner.catches, handlers.of(inner), strict=True):
            if _takes_all(catch) and not handler.asks and not _raises(catch):
                yield from ((call, handler) for call in handlers.calls(inner.body))


def _takes_all(catch: Catch) -> bool:
    """A narrower one may not have been meant for outages: what it keeps is not counted."""
    return not catch.types or bool(EVERYTHING & set(catch.types))


def _raises(catch: Catch) -> bool:
    return any(_is_raise(node) for node in nodes([catch.body]))


def _is_raise(node: Behaviour) -> bool:
    return isinstance(node, Leave) and node.kind == "raise"


def _flows(program: Program, guard: Guarded) -> frozenset[str]:
    return frozenset(
        entry.id
        for entry in program.entrypoints
        if any(node is guard for node in nodes([entry.behaviour]))
    )
