"""What fails in a run, and how libraries go on when it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from auditor.model.behaviour import Attempt, Ordered, Request
from auditor.resilience.catching import EVERYTHING, Caught
from auditor.resilience.requested import Asked


def reacts(ask: Ordered, error_class: str, sdk: str, caught: Caught) -> bool:
    """Whether a library goes on to its next option after an error of this class."""
    if error_class not in ask.fires:
        return False
    return (
        not ask.types or bool(EVERYTHING & set(ask.types)) or error_class in caught(ask.types, sdk)
    )


@dataclass(slots=True)
class Scenario:
    """What fails: the attempts that ``dead`` names, among the calls ``calls`` (bits), as
    ``error_class``. ``usual`` are the requests that are made when nothing fails."""

    dead: Callable[[Request, Attempt], bool]
    calls: int
    error_class: str
    usual: frozenset[Asked]
