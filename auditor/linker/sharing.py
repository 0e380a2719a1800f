"""Equal parts of behaviours become one part: contexts of a function differ less than they could.

Everything that walks behaviours remembers its results by node, so fewer nodes are less work.
"""

from __future__ import annotations

from collections.abc import Sequence as List
from dataclasses import replace

from auditor.model.behaviour import (
    NOTHING,
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
)


class Shared:
    """Behaviours without equal twins among their parts."""

    def __init__(self) -> None:
        self._nodes: dict[object, Behaviour] = {}
        self._done: dict[int, tuple[Behaviour, Behaviour]] = {}

    def share(self, node: Behaviour) -> Behaviour:
        """An equal behaviour, made of parts that are the same object wherever they are equal."""
        done = self._done.get(id(node))
        if done is None:
            # An id is only good while its node lives, so both are kept.
            done = (node, self._share(node))
            self._done[id(node)] = done
        return done[1]

    def _share(self, node: Behaviour) -> Behaviour:
        match node:
            case Request() | Leave() | Read() | Flag():
                return self._nodes.setdefault(node, node)
            case Sequence(items):
                shared = self._all(items)
                return shared[0] if len(shared) == 1 else self._one(Sequence(shared), shared)
            case Branch(arms=arms):
                arms = self._all(arms)
                return self._one(replace(node, arms=arms), arms)
            case Repeat(rounds=rounds, orelse=orelse):
                rounds, orelse = self._all(rounds), self.share(orelse)
                return self._one(replace(node, rounds=rounds, orelse=orelse), (*rounds, orelse))
            case Enter(body=body):
                body = self.share(body)
                return self._one(replace(node, body=body), (body,))
            case Guarded(body=body, catches=catches, orelse=orelse, final=final):
                catches = tuple(replace(c, body=self.share(c.body)) for c in catches)
                body, orelse, final = self._all((body, orelse, final))
                made = replace(node, body=body, catches=catches, orelse=orelse, final=final)
                return self._one(made, (body, orelse, final, *(c.body for c in catches)))

    def _all(self, nodes: List[Behaviour]) -> tuple[Behaviour, ...]:
        return tuple(self.share(node) for node in nodes)

    def _one(self, made: Behaviour, parts: tuple[Behaviour, ...]) -> Behaviour:
        """The node of this kind with exactly these parts, which are shared already."""
        key = (type(made), tuple(map(id, parts)), _without_parts(made))
        return self._nodes.setdefault(key, made)


def _without_parts(node: Behaviour) -> Behaviour:
    """What is left to compare once the parts are known to be the same."""
    match node:
        case Branch(arms=arms):
            return replace(node, arms=(NOTHING,) * len(arms))
        case Repeat(rounds=rounds):
            return replace(node, rounds=(NOTHING,) * len(rounds), orelse=NOTHING)
        case Enter():
            return replace(node, body=NOTHING)
        case Guarded(catches=catches):
            bare = tuple(replace(c, body=NOTHING) for c in catches)
            return replace(node, body=NOTHING, catches=bare, orelse=NOTHING, final=NOTHING)
        case _:
            return NOTHING
