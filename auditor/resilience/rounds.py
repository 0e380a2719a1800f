"""The rounds of a loop, one after another, and the ways to leave it."""

from __future__ import annotations

from collections.abc import Callable

from auditor.model.behaviour import Behaviour, Repeat, Sequence
from auditor.resilience.states import NEVER, State, States, answered_inside

#: Stands for the number of what runs after every round of a loop.
LAST = 1_000_000
NO_STEPS = Sequence(())
#: A loop of any number of rounds is run so often again where its rounds differ by what they set.
MOST_AGAIN = 3
#: Runs the part of a loop with this number; the last says whether only a loss leads to it.
Step = Callable[[int, Behaviour, State, bool], States]


def repeat(
    node: Repeat, state: State, step: Step, is_late: Callable[[int], bool], tells: bool
) -> States:
    """The ends of a loop that begins in ``state``; with ``tells`` its rounds ask for flags."""
    loop = _Loop(node, state, step)
    for number in range(len(node.rounds)):
        loop.states = loop.ends_of(number, loop.states, is_late(number))
    if node.again and tells:
        loop.go_on()
    if not node.begins and any(answered_inside(state, end) for end in loop.left):
        loop.states |= {state.but(guessed=True)}
    if not node.begins:
        loop.states = {_unsure(one, state) for one in loop.states}
    if node.gives_up and loop.left:
        # Whoever fails again and again is counted, and leaves in the end.
        loop.states = {s for s in loop.states if not s.lost}
    elif node.endless:
        # It goes on for ever: a request that keeps failing never lets it end.
        loop.states = {s if not s.lost else s.but(status="raise", error=NEVER) for s in loop.states}
    if node.orelse != NO_STEPS:
        late = is_late(LAST)
        loop.states = {end for one in loop.states for end in step(LAST, node.orelse, one, late)}
    return frozenset(loop.states | loop.left)


def _unsure(end: State, before: State) -> State:
    """The end of a loop that may not have begun, for whoever has lost nothing in it.

    What its rounds set is then as it was before, or not.
    """
    if end.flags == before.flags or end.lost != before.lost or end.saved != before.saved:
        return end
    kept = dict(before.flags)
    return end.but(flags=tuple((n, held if kept.get(n) == held else "") for n, held in end.flags))


class _Loop:
    """``states`` are those at the end of the rounds so far, ``left`` those that have left it."""

    def __init__(self, node: Repeat, first: State, step: Step) -> None:
        self._node = node
        self._first = first
        self._step = step
        self.states = {first}
        self.left: set[State] = set()

    def ends_of(self, number: int, states: set[State], late: bool) -> set[State]:
        """The states that go on after one round."""
        part = self._node.rounds[number]
        ends = {end for one in states for end in self._step(number, part, one, late)}
        going_on = {end for end in ends if end.status in ("next", "continue")}
        self.left |= {e.but(status="next") if e.status == "break" else e for e in ends - going_on}
        return {end.but(status="next") for end in going_on}

    def go_on(self) -> None:
        """The rounds that find other flags than those before them; a few of them are enough."""
        known, new = {self._first.flags}, self.states
        for _ in range(MOST_AGAIN):
            new = {one for one in new if one.flags not in known}
            if not new:
                return
            known |= {one.flags for one in new}
            ends = self.ends_of(0, new, False)
            self.states = (self.states - new if self._node.endless else self.states) | ends
            new = ends
