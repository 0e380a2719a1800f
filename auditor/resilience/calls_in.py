"""Which calls lie below each node of a behaviour, as bit sets."""

from __future__ import annotations

from auditor.model.behaviour import Behaviour, Branch, Enter, Guarded, Repeat, Request, Sequence


class CallSets:
    """Bit sets of calls by node. Nodes are shared, so each is counted once."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._below: dict[int, int] = {}
        self._kept: list[Behaviour] = []

    def bit(self, call: str) -> int:
        """The bit of a call."""
        return self._bits.setdefault(call, 1 << len(self._bits))

    def below(self, node: Behaviour) -> int:
        """The bits of every call that the node may make, wrapper calls included."""
        found = self._below.get(id(node))
        if found is None:
            named = node.call if isinstance(node, Request | Enter) else ""
            found = self.bit(named) if named else 0
            for part in parts(node):
                found |= self.below(part)
            self._below[id(node)] = found
            # An id is only good while its node lives.
            self._kept.append(node)
        return found


def parts(node: Behaviour) -> tuple[Behaviour, ...]:
    """A behaviour's immediate parts."""
    match node:
        case Sequence(items):
            return items
        case Branch(arms=arms):
            return arms
        case Guarded(body=body, catches=catches, orelse=orelse, final=final):
            return (body, *(c.body for c in catches), orelse, final)
        case Repeat(rounds=rounds):
            return rounds
        case Enter(body=body):
            return (body,)
        case _:
            return ()
