"""Circuit breakers that several functions are asked through: open for one, open for all."""

from __future__ import annotations

from auditor.model.behaviour import Enter
from auditor.resilience.calls_in import CallSets
from auditor.resilience.states import Error, State, States

#: What a breaker raises that lets nobody through; each library has a name of its own for it.
REFUSED = Error("", ("builtins.Exception",))


def refused(sets: CallSets, node: Enter, state: State) -> States | None:
    """How it ends where the breaker has opened, since what failed is asked through it too."""
    behind = sets.behind.get(node.behind, 0) if node.behind and state.lost else 0
    if not behind or not sets.bit(state.culprit) & behind:
        return None
    return frozenset({state.but(status="raise", error=REFUSED)})
