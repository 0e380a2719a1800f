"""Behaviours with their requests changed: what is shared before is shared after."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from auditor.model.behaviour import (
    Behaviour,
    Branch,
    Enter,
    Flag,
    Guarded,
    Leave,
    Read,
    Repeat,
    Request,
    Sequence,
    parts,
)


def with_requests(
    roots: Iterable[Behaviour], change: Callable[[Request], Request]
) -> list[Behaviour]:
    """The roots, with every request below them changed. Unchanged parts are the same objects."""
    rewriting = _Rewriting(change)
    return [rewriting.one(root) for root in roots]


class _Rewriting:
    def __init__(self, change: Callable[[Request], Request]) -> None:
        self._change = change
        self._done: dict[int, tuple[Behaviour, Behaviour]] = {}

    def one(self, node: Behaviour) -> Behaviour:
        known = self._done.get(id(node))
        if known is None:
            # the node is kept with its answer, so that its id stays its own
            known = self._done[id(node)] = (node, self._made(node))
        return known[1]

    def _made(self, node: Behaviour) -> Behaviour:
        match node:
            case Request():
                made: Behaviour = self._change(node)
            case Sequence(items):
                made = Sequence(self._all(items))
            case Branch(arms=arms):
                made = replace(node, arms=self._all(arms))
            case Guarded():
                made = self._guarded(node)
            case Repeat(rounds=rounds, orelse=orelse):
                made = replace(node, rounds=self._all(rounds), orelse=self.one(orelse))
            case Enter(body=body):
                made = replace(node, body=self.one(body))
            case Leave() | Read() | Flag():
                made = node
        return node if made is not node and _is_same(node, made) else made

    def _guarded(self, node: Guarded) -> Guarded:
        return replace(
            node,
            body=self.one(node.body),
            catches=tuple(replace(c, body=self.one(c.body)) for c in node.catches),
            orelse=self.one(node.orelse),
            final=self.one(node.final),
        )

    def _all(self, nodes: Iterable[Behaviour]) -> tuple[Behaviour, ...]:
        return tuple(map(self.one, nodes))


def _is_same(node: Behaviour, made: Behaviour) -> bool:
    if isinstance(node, Request):
        return node == made
    return all(old is new for old, new in zip(parts(node), parts(made), strict=True))
