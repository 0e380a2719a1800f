"""The question "what if this is lost?", and its answer, workflow by workflow."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.behaviour import OUTAGE_CLASSES
from auditor.model.program import Evidence

#: The outcomes of a loss, worst first.
RANK = {"stops": 0, "unknown": 1, "degrades": 2, "survives": 3}


@dataclass(frozen=True, slots=True)
class Loss:
    """What is lost, all of it at once.

    ``domains`` are ``kind:id`` words. Of ``uncertain`` ones only a part was down, or nobody knows
    whether they were: they are lost in the worst case only. ``errors`` is how it looks to callers,
    and ``assumed`` says that nobody knows, so that the usual ways are taken. ``minutes`` is None
    where it has no known end; ``for_good`` where it has none.
    """

    title: str
    domains: tuple[str, ...]
    uncertain: tuple[str, ...] = ()
    errors: tuple[str, ...] = OUTAGE_CLASSES
    assumed: bool = False
    minutes: int | None = None
    for_good: bool = False


@dataclass(frozen=True, slots=True)
class StandIn:
    """What answers in place of a call: the place of the request, and whom it asks.

    The place is that of the failed call where its library asks the next one by itself.
    """

    call: str
    path: str
    line: int
    vendor: str | None
    platform: str | None
    model: str | None
    conditions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Effect:
    """What the loss does to one workflow.

    ``outcome`` is ``stops``, ``degrades``, ``unknown``, ``survives`` (something that failed was
    made good, or nobody waits for it) or ``untouched``. ``worst`` is the same if the uncertain
    domains were lost too. ``error`` is the class of failure that brings the outcome about.
    ``failed`` and ``later`` are ids of calls that fail, ``later`` those that nobody waits for;
    ``why`` is one sentence, ``evidence`` the lines that prove it.
    """

    workflow: str
    outcome: str
    worst: str
    error: str | None = None
    failed: tuple[str, ...] = ()
    later: tuple[str, ...] = ()
    stand_ins: tuple[StandIn, ...] = ()
    why: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_noticed(self) -> bool:
        """Whether somebody feels it for as long as it lasts, at worst."""
        return self.worst in ("stops", "degrades", "unknown")


#: How a failure looks, in words that follow "not".
ERROR_WORDS = {
    "connect": "a dead host",
    "timeout": "a timeout",
    "5xx": "a server error",
    "529": "an overloaded vendor",
    "429": "a rate limit",
    "auth": "401 or 403",
    "model-not-found": "an unknown model",
    "slow": "a slow answer",
    "after-first-token": "a stream that breaks off",
    "error-in-answer": "an error inside the answer",
}
