"""What fails in a run, and whether a request is answered all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from auditor.model.behaviour import (
    Ask,
    Attempt,
    Behaviour,
    Choice,
    Ordered,
    Request,
    Together,
    attempts_of,
    nodes,
)
from auditor.resilience.alike import Alike
from auditor.resilience.calls_in import CallSets
from auditor.resilience.catching import EVERYTHING, Caught
from auditor.resilience.later import Later
from auditor.resilience.marks import Marks
from auditor.resilience.passing import Passing
from auditor.resilience.verdicts import broken, same_space, sound_options
from auditor.resilience.work import Work

#: The call that was made, and whom it asked.
Asked = tuple[str, Ask]


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


class SharedByRuns:
    """What all runs over the same behaviours share; ``roots`` are those that no other one holds."""

    def __init__(self, roots: Sequence[Behaviour], bases: Mapping[str, tuple[str, ...]]) -> None:
        self.sets = CallSets()
        for root in roots:
            self.sets.below(root)
        self.alike = Alike(nodes(roots), self.sets, bases)
        self.passing = Passing(self.sets)
        self.later = Later(roots, self.sets)
        self.marks = Marks()
        self.work = Work()


@dataclass(frozen=True, slots=True)
class Failing:
    """Whether requests are answered in a scenario."""

    scenario: Scenario
    sets: CallSets
    caught: Caught

    def answers(self, node: Request, ask: Ask) -> bool | None:
        """Whether the request is answered; None where that depends on what nobody knows."""
        match ask:
            case Attempt():
                return not (
                    self.sets.bit(node.call) & self.scenario.calls and self.scenario.dead(node, ask)
                )
            case Together(parts):
                return _all(self.answers(node, part) for part in parts)
            case Choice(options, decided):
                each = [self.answers(node, option) for option in options]
                if decided:
                    return each[0]
                return each[0] if len(set(each)) == 1 else None
            case Ordered(options):
                first = self.answers(node, options[0])
                if first is not False or not self.fires(ask, node.sdk):
                    return first
                rest = [o for o in sound_options(ask) if same_space(node.kind, options[0], o)]
                return _any(self._stands_in(node, option) for option in rest)

    def _stands_in(self, node: Request, option: Ask) -> bool | None:
        """Whether a further option answers."""
        found = self.answers(node, option)
        return found if found is False or is_known(option) else None

    def is_useless(self, node: Request, failed: int) -> bool:
        """Whether it cannot stand in for what failed: the wrong model's name, another's key."""
        first = self.sets.first_of(failed) if failed >= 0 else ()
        return all(broken(first, attempt) for attempt in node.attempts)

    def fires(self, ask: Ordered, sdk: str) -> bool:
        """Whether the library goes on to the next option after this kind of failure."""
        return reacts(ask, self.scenario.error_class, sdk, self.caught)


def is_known(ask: Ask) -> bool:
    """Whether anything is known of everybody who may be asked; who is not may be who has failed."""
    return all(
        attempt.vendor or attempt.platform or attempt.gateways or attempt.open_weights
        for attempt in attempts_of(ask)
    )


def _all(answers: Iterable[bool | None]) -> bool | None:
    each = list(answers)
    if False in each:
        return False
    return None if None in each else True


def _any(answers: Iterable[bool | None]) -> bool | None:
    each = list(answers)
    if True in each:
        return True
    return None if None in each else False
