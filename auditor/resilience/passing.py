"""What a step neither looks at nor changes is taken out of a state while the step runs.

Whose result is empty matters only where somebody tests it, which error is on its way only where it
is raised again. Without all that far fewer states differ, and a step that was run in one need not
be run in the next.
"""

from __future__ import annotations

from auditor.model.behaviour import Behaviour
from auditor.resilience.calls_in import CallSets
from auditor.resilience.states import START, Error, State, States

#: Stand for what was taken out; no call, kind, part of a result or library has such a name.
SOMEBODY = "*"
SOMETHING = (("*", "*"),)
ANY_ERROR = Error("*")
SOME_ASK = -2


def bare(sets: CallSets, node: Behaviour, state: State) -> State:
    """The state as the node sees it; the same object where nothing had to be taken out."""
    if state == START:
        return state
    view = sets.view(node)
    lost, culprit, gave, error = state.lost, state.culprit, state.gave, state.error
    failed = state.failed
    if culprit and not sets.bit(culprit) & (view.tested | sets.below(node)):
        culprit = SOMEBODY
    if gave and not view.by_part and culprit in ("", SOMEBODY):
        gave = SOMETHING
    if error is not None and not view.looks_at_error:
        error = ANY_ERROR
    if lost and lost not in view.kinds:
        lost, failed = SOMEBODY, SOME_ASK
    seen = State(
        state.status, lost, culprit, failed, state.unread, gave, error, state.handling
    )  # fmt: skip
    return state if seen == state else seen


def restored(ends: States, seen: State, before: State) -> States:
    """The ends with what was taken out of ``before`` put back where it is still in place."""
    if ends == {seen}:
        return frozenset({before})
    return frozenset(_restored(end, before) for end in ends)


def _restored(end: State, before: State) -> State:
    return State(
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
    )
