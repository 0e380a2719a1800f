"""Handlers that nothing known leads to: their body asks nobody, or nobody that rules know.

It may look into a cache, read a file, or talk to a service over something that is no request to
us. Whether it fails, and so whether what the handler asks is asked at all, nobody can tell.
"""

from __future__ import annotations

from auditor.model.behaviour import Behaviour, Guarded
from auditor.resilience.calls_in import CallSets
from auditor.resilience.states import State, States


def handlers_of_unseen(
    node: Guarded, state: State, ends: States, sets: CallSets
) -> list[Behaviour]:
    """The handlers that may run although nothing known has failed; ``ends`` are the body's.

    They matter where they ask somebody, or where the body leads past what is asked behind it.
    """
    if state.lost or state.handling or sets.below(node.body):
        return []
    leads_past = any(end.status not in ("next", "raise") for end in ends)
    return [c.body for c in node.catches if leads_past or sets.below(c.body)]
