"""What may still look at a state when a node is done: all else is forgotten there.

Which call has failed matters as long as a result of it may be tested, of what kind it was as long
as a request may stand in for it, what a function gave back as long as anybody asks for a part of
it. Where nothing that may run later asks, states that differ in nothing else are one.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.model.behaviour import Behaviour, Enter, Guarded, Repeat, parts
from auditor.model.behaviour import Sequence as Steps
from auditor.resilience.calls_in import CallSets, View
from auditor.resilience.passing import HEALED_BEFORE
from auditor.resilience.states import SOMEBODY, State, States

#: Stands for a call, or a kind, that nobody asks for any more; none has such a name.
FORGOTTEN = "+"
NOTHING_LEFT = View()


class Later:
    """By node, what may look at a state behind it, on any way to it from the roots."""

    def __init__(self, roots: Iterable[Behaviour], sets: CallSets) -> None:
        self._sets = sets
        self._after: dict[int, View] = {}
        self._kept: dict[int, dict[State, State]] = {}
        self._alike: dict[View, dict[State, State]] = {}
        for node in _outer_first(roots):
            behind = self._after.setdefault(id(node), NOTHING_LEFT)
            for part, view in self._behind_parts(node, behind):
                before = self._after.get(id(part))
                self._after[id(part)] = before.with_part(view) if before is not None else view

    def kept(self, node: Behaviour, ends: States) -> States:
        """The ends of a node without what nothing may look at any more."""
        known = self._kept.get(id(node))
        if known is None:
            behind = self._after.get(id(node))
            if behind is None:
                return ends  # no node of the program: nobody knows what comes behind it
            known = self._kept[id(node)] = self._alike.setdefault(behind, {})
        found: set[State] = set()
        for end in ends:
            one = known.get(end)
            if one is None:
                one = known[end] = self._forget(self._after[id(node)], end)
            found.add(one)
        return frozenset(found)

    def _forget(self, behind: View, state: State) -> State:
        """What was taken out for the node alone (see ``passing``) is not known here: it stays."""
        culprit, gave, lost, failed = state.culprit, state.gave, state.lost, state.failed
        if culprit != SOMEBODY:
            bit = self._sets.bit(culprit) if culprit and culprit != FORGOTTEN else 0
            if not bit & (behind.tested | behind.entered):
                culprit = culprit and FORGOTTEN
            if not behind.by_part and not bit & behind.tested:
                culprit, gave = culprit and FORGOTTEN, ()
        if lost and lost != SOMEBODY and lost not in behind.kinds:
            lost, failed = FORGOTTEN, -1
        healed = state.healed
        if healed is not None and not self._may_ask(behind, healed.culprit):
            healed = None
        flags = tuple(flag for flag in state.flags if flag[0] in behind.flags)
        return state.but(
            culprit=culprit, gave=gave, lost=lost, failed=failed, healed=healed, flags=flags
        )

    def _may_ask(self, behind: View, culprit: str) -> bool:
        kept = (SOMEBODY, HEALED_BEFORE.culprit)
        return culprit in kept or bool(culprit and self._sets.bit(culprit) & behind.left)

    def _behind_parts(self, node: Behaviour, behind: View) -> Iterable[tuple[Behaviour, View]]:
        """Each part of a node, with what may look at a state behind that part."""
        match node:
            case Steps(items):
                return self._in_order(items, behind)
            case Repeat(rounds=rounds, orelse=orelse, again=again):
                # What one round has set the next one asks for.
                next_rounds = self._sets.view(node).flags if again else frozenset()
                behind = behind.with_part(View(flags=next_rounds))
                return self._in_order((*rounds, orelse), behind)
            case Guarded(body=body, catches=catches, orelse=orelse, final=final):
                last = behind.with_part(self._sets.view(final))
                inside = last.with_part(self._sets.view(orelse))
                for catch in catches:
                    inside = inside.with_part(self._sets.view(catch.body))
                ends = [(catch.body, last) for catch in catches]
                return [(body, inside), *ends, (orelse, last), (final, behind)]
            case Enter(body=body):
                # Where the function ends it is asked whether the call that failed lies in it.
                entered = self._sets.below(node)
                return [(body, behind.with_part(View(entered=entered))._replace(flags=frozenset()))]
            case _:
                return [(part, behind) for part in parts(node)]

    def _in_order(
        self, items: Sequence[Behaviour], behind: View
    ) -> Iterable[tuple[Behaviour, View]]:
        for item in reversed(items):
            yield item, behind
            behind = behind.with_part(self._sets.view(item))


def _outer_first(roots: Iterable[Behaviour]) -> list[Behaviour]:
    """Every node below the roots once, and none before all that hold it."""
    found: list[Behaviour] = []
    seen: set[int] = set()
    todo = [(root, False) for root in roots]
    while todo:
        node, done = todo.pop()
        if done:
            found.append(node)
        elif id(node) not in seen:
            seen.add(id(node))
            todo.append((node, True))
            todo.extend((part, False) for part in parts(node))
    return found[::-1]
