"""What a step neither looks at nor changes is taken out of a state while the step runs.

Whose result is empty matters only where somebody tests it, which error is on its way only where it
is raised again. Without all that far fewer states differ, and a step that was run in one need not
be run in the next.
"""

from __future__ import annotations

from auditor.model.behaviour import Behaviour
from auditor.resilience.calls_in import CallSets, View
from auditor.resilience.states import SOMEBODY, START, Error, Flags, Healed, State, States, state_of

#: Stand for what was taken out; no kind, part of a result or library has such a name.
SOMETHING = (("*", "*"),)
ANY_ERROR = Error("*")
SOME_ASK = -2
HEALED_BEFORE = Healed("**", "", "", ())


class Passing:
    """Takes out and puts back, and remembers both: the same states come by again and again."""

    def __init__(self, sets: CallSets) -> None:
        self._sets = sets
        self._seen: dict[int, dict[State, State]] = {}
        self._alike: dict[View, dict[State, State]] = {}
        self._restored: dict[tuple[State, State], State] = {}

    def bare(self, node: Behaviour, state: State) -> State:
        """The state as the node sees it; the same object where nothing had to be taken out."""
        known = self._seen.get(id(node))
        if known is None:
            known = self._alike.setdefault(self._sets.view(node), {})
            self._seen[id(node)] = known
        found = known.get(state)
        if found is None:
            found = known[state] = self._bare(node, state)
        return found

    def _bare(self, node: Behaviour, state: State) -> State:
        if state is START:
            return state
        view = self._sets.view(node)
        lost, culprit, failed = state.lost, state.culprit, state.failed
        gave, error = state.gave, state.error
        if not culprit or not self._sets.bit(culprit) & (view.tested | view.entered):
            culprit = SOMEBODY
            gave = gave if view.by_part else SOMETHING
        if not view.looks_at_error:
            error = ANY_ERROR
        if lost and lost not in view.kinds:
            lost, failed = SOMEBODY, SOME_ASK
        last = state.last
        # A trace wants to know whose error it was even where another one is raised instead.
        named = last is not None and bool(last.call) and view.looks_at_error
        return state_of(
            state.status, lost, culprit, failed, state.unread, gave, error, state.handling,
            state.saved and (view.looks_at_error or bool(view.flags)), False, False, state.doubt,
            last if view.raises_last or named else None,
            state.healed if self._tests(view, state.healed) else HEALED_BEFORE,
            tuple(flag for flag in state.flags if flag[0] in view.flags),
        )  # fmt: skip

    def _tests(self, view: View, healed: Healed | None) -> bool:
        return healed is not None and bool(self._sets.bit(healed.culprit) & view.left)

    def restored(self, ends: States, seen: State, before: State) -> States:
        """The ends with what was taken out of ``before`` put back where it is still in place."""
        if len(ends) == 1 and seen in ends:
            return frozenset((before,))
        known = self._restored
        found: set[State] = set()
        for end in ends:
            one = known.get((end, before))
            if one is None:
                one = known[end, before] = _put_back(end, before, self._sets)
            found.add(one)
        return frozenset(found)


def _put_back(end: State, before: State, sets: CallSets) -> State:
    return state_of(
        end.status,
        before.lost if end.lost == SOMEBODY else end.lost,
        before.culprit if end.culprit == SOMEBODY else end.culprit,
        before.failed if end.failed == SOME_ASK else end.failed,
        end.unread,
        before.gave if end.gave == SOMETHING else end.gave,
        before.error if end.error == ANY_ERROR else end.error,
        end.handling,
        end.saved or before.saved,
        end.guessed or before.guessed,
        end.asked or before.asked,
        end.doubt or before.doubt,
        end.last or before.last,
        _healed(end.healed, before, sets),
        _flags(end, before),
    )


def _flags(end: State, before: State) -> Flags:
    if not before.flags or end.flags == before.flags:
        return end.flags
    return tuple(sorted({**dict(before.flags), **dict(end.flags)}.items()))


def _healed(healed: Healed | None, before: State, sets: CallSets) -> Healed | None:
    """The failure that has been answered for, of which the step may not have known everything."""
    if healed == HEALED_BEFORE:
        return before.healed
    if healed is None or healed.culprit != SOMEBODY:
        return healed
    kind = before.lost if healed.kind == SOMEBODY else healed.kind
    gave = before.gave if healed.gave == SOMETHING else healed.gave
    return sets.told(Healed(before.culprit, healed.by, kind, gave))
