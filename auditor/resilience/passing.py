"""What a step neither looks at nor changes is taken out of a state while the step runs.

Whose result is empty matters only where somebody tests it. Without it far fewer states differ, and
a step that was run in one need not be run in the next.
"""

from __future__ import annotations

from auditor.model.behaviour import Behaviour
from auditor.resilience.calls_in import CallSets
from auditor.resilience.states import State, States

#: Stand for what was taken out; no call and no part of a result has such a name.
SOMEBODY = "*"
SOMETHING = (("*", "*"),)


def bare(sets: CallSets, node: Behaviour, state: State) -> State:
    """The state as the node sees it."""
    if not (state.culprit or state.gave):
        return state
    tests = sets.tests(node)
    if state.culprit:
        culprit = sets.bit(state.culprit)
        if culprit & tests.calls or culprit & sets.below(node):
            return state
    return state._replace(
        culprit=SOMEBODY if state.culprit else "",
        gave=SOMETHING if state.gave and not tests.parts else state.gave,
    )


def restored(ends: States, before: State) -> States:
    """The ends with what was taken out of the state put back where it is still in place."""
    return frozenset(
        end._replace(
            culprit=before.culprit if end.culprit == SOMEBODY else end.culprit,
            gave=before.gave if end.gave == SOMETHING else end.gave,
        )
        if end.culprit == SOMEBODY or end.gave == SOMETHING
        else end
        for end in ends
    )
