"""What a request carries that only a model reads."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.kinds import CallKind


@dataclass(frozen=True, slots=True)
class BodyShape:
    """A body with all of these keys asks a model, wherever it is sent.

    A ``named`` one only does if its ``model`` is an id that the rules know.
    """

    keys: frozenset[str]
    kind: CallKind
    named: bool = False
