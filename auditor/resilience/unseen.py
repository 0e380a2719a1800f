"""Handlers that nothing known leads to: their body asks nobody, or nobody that rules know.

It may look into a cache, read a file, or talk to a service over something that is no request to
us. Whether it fails, and so whether what the handler asks is asked at all, nobody can tell.
"""

from __future__ import annotations

from auditor.model.behaviour import Behaviour, Guarded
from auditor.resilience.calls_in import CallSets
from auditor.resilience.states import State, States

#: What languages raise for a key, a value or a file that is not as it should be: no outage.
OWN_ERRORS = frozenset({
    "builtins.KeyError", "builtins.IndexError", "builtins.LookupError", "builtins.ValueError",
    "builtins.TypeError", "builtins.AttributeError", "builtins.FileNotFoundError",
    "builtins.StopIteration", "builtins.AssertionError", "builtins.UnicodeDecodeError",
    "json.JSONDecodeError", "json.decoder.JSONDecodeError", "java.lang.NullPointerException",
    "java.lang.IllegalArgumentException", "java.lang.NumberFormatException",
    "java.util.NoSuchElementException", "System.ArgumentException", "System.FormatException",
    "System.Collections.Generic.KeyNotFoundException", "System.Text.Json.JsonException",
})  # fmt: skip


def handlers_of_unseen(
    node: Guarded, state: State, ends: States, sets: CallSets
) -> list[tuple[Behaviour, bool]]:
    """The handlers that may run although nothing known has failed; ``ends`` are the body's.

    They matter where they ask somebody, or where the body leads past what is asked behind it. Each
    comes with whether it is a condition of the program's own, as it takes what no request raises.
    """
    if state.lost or state.handling or sets.below(node.body):
        return []
    leads_past = any(end.status not in ("next", "raise") for end in ends)
    return [
        (catch.body, bool(catch.types) and OWN_ERRORS.issuperset(catch.types))
        for catch in node.catches
        if leads_past or sets.below(catch.body)
    ]
