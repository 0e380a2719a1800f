"""Equal parts of behaviours become one part: contexts of a function differ less than they could.

Everything that walks behaviours remembers its results by node, so fewer nodes are less work.
"""

from __future__ import annotations

from collections.abc import Sequence as List
from dataclasses import replace

from auditor.model.behaviour import (
    Behaviour,
    Branch,
    Catch,
    Enter,
    Guarded,
    Leave,
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
            case Request() | Leave():
                return self._nodes.setdefault(node, node)
            case Sequence(items):
                shared = self._all(items)
                made: Behaviour = shared[0] if len(shared) == 1 else Sequence(shared)
                return made if len(shared) == 1 else self._one(made, shared)
            case Branch(arms=arms):
                arms = self._all(arms)
                made = replace(node, arms=arms)
                return self._one(made, arms, node.taken, node.line, node.settings)
            case Repeat(rounds=rounds):
                rounds = self._all(rounds)
                made = replace(node, rounds=rounds)
                return self._one(made, rounds, node.known, node.endless, node.line)
            case Enter(body=body):
                body = self.share(body)
                made = replace(node, body=body)
                return self._one(
                    made, (body,), node.function, node.path, node.line, node.deferred, node.call
                )
            case Guarded():
                return self._guarded(node)

    def _guarded(self, node: Guarded) -> Behaviour:
        body, orelse, final = self._all((node.body, node.orelse, node.final))
        catches = tuple(Catch(c.types, self.share(c.body), c.line) for c in node.catches)
        made = Guarded(body, catches, orelse, final, node.path, node.line)
        heads = tuple((c.types, c.line) for c in catches)
        parts = (body, orelse, final, *(c.body for c in catches))
        return self._one(made, parts, heads, node.path, node.line)

    def _all(self, nodes: List[Behaviour]) -> tuple[Behaviour, ...]:
        return tuple(self.share(node) for node in nodes)

    def _one(self, made: Behaviour, parts: tuple[Behaviour, ...], *more: object) -> Behaviour:
        """The node of this kind with exactly these parts, which are shared already."""
        key = (type(made), tuple(map(id, parts)), *more)
        return self._nodes.setdefault(key, made)
