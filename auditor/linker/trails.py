"""What was found of one call in one context, and what was looked at on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.linker.values import TOO_MANY, Text, Unknown, Values
from auditor.model.behaviour import Ask, Attempt, attempts_of
from auditor.model.program import Evidence


@dataclass(slots=True)
class Resolved:
    """Whom one call asks in one context.

    ``params`` are the (function, parameter) pairs that decided vendor or platform, ``cut`` says
    that there are more attempts than are told apart.
    """

    ask: Ask
    dynamic: bool
    evidence: tuple[Evidence, ...] = ()
    params: frozenset[tuple[int, str]] = frozenset()
    cut: bool = False

    @property
    def attempts(self) -> tuple[Attempt, ...]:
        """Every attempt that may be made."""
        return attempts_of(self.ask)


@dataclass(slots=True)
class Trail:
    """What was looked at on the way."""

    evidence: dict[Evidence, None] = field(default_factory=dict)
    params: set[tuple[int, str]] = field(default_factory=set)
    dynamic: bool = False
    cut: bool = False

    def saw(self, text: Text, decides: bool) -> None:
        """Remember where a text comes from, and the parameter it came by if it decides."""
        self.evidence.update(dict.fromkeys(text.steps))
        if decides and text.param is not None:
            self.params.add(text.param)

    def end(self, ask: Ask) -> Resolved:
        """What came of it."""
        return Resolved(ask, self.dynamic, tuple(self.evidence), frozenset(self.params), self.cut)


def too_many(values: Values) -> bool:
    """Whether there are more of them than are told apart."""
    return any(isinstance(v, Unknown) and v.why == TOO_MANY for v in values.items)
