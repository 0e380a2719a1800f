"""A program made ready for runs under any loss: what all runs over it share."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from auditor.model.behaviour import Attempt, Behaviour, Enter, Request, requests_in
from auditor.model.program import LlmCall, Program
from auditor.resilience.catching import Caught
from auditor.resilience.classes import ErrorClasses
from auditor.resilience.marks import ASKED
from auditor.resilience.scenario import Scenario, SharedByRuns
from auditor.resilience.simulate import Simulation
from auditor.resilience.states import START, States
from auditor.resilience.trace import Trace
from auditor.resilience.work import TooMuch

Answer = TypeVar("Answer")
Dead = Callable[[Request, Attempt], bool]
EVERY_CALL = -1


class Runs:
    """``calls`` are by the names that behaviours use, ``asked`` is what is asked as shipped.

    ``requested`` are the calls that ask it, ``made`` they and the wrapper calls on the way there;
    ``roots`` are the behaviours of the program that no other one holds, ``requests`` all that they
    may make, ``errors`` tells which kinds of errors they tell apart.
    """

    def __init__(self, program: Program, caught: Caught) -> None:
        self.program = program
        self.caught = caught
        self.roots = program.roots()
        self.errors = ErrorClasses(program, self.roots, caught)
        nothing = Scenario(_none_is, 0, "", frozenset())
        self._shared = SharedByRuns(self.roots, program.exceptions)
        self.sets = self._shared.sets
        self.work = self._shared.work
        self._usual = Simulation(nothing, self._shared, caught, program.exceptions)
        for root in self.roots:
            self._usual.run(root)
        self.asked = self._usual.did(ASKED)
        self.requests = requests_in(*self.roots)
        self._treated = self.errors.told_apart(self.requests)
        self._quiet_runs: dict[str, Simulation] = {}
        self.requested = frozenset(call for call, _ in self.asked)
        self.made = self.requested | self._usual.entered
        by_id = {call.id: call for call in program.calls}
        self.calls: dict[str, LlmCall] = {
            key: by_id[identity] for key, identity in program.keys.items()
        }

    def under(
        self,
        dead: Dead,
        error_class: str,
        calls: int = EVERY_CALL,
        wrapper: str = "",
        trace: Trace | None = None,
    ) -> Simulation:
        """Runs in which attempts fail that are ``dead``, of the calls with these bits.

        ``wrapper`` is a call of the repository's own function in which every request fails.
        """
        # A trace wants to see every step.
        quiet = self._quiet(error_class) if trace is None else None
        return Simulation(
            Scenario(dead, calls, error_class, self.asked),
            self._shared, self.caught, self.program.exceptions,
            self._usual, quiet, wrapper, trace,
        )  # fmt: skip

    def enters(self, node: Enter) -> bool:
        """Whether the function is called as shipped, as long as all goes well."""
        return id(node) in self._usual.entered_nodes

    def ends(self, run: Simulation, behaviour: Behaviour) -> States | None:
        """How a behaviour ends in a run; None where that would be too much work."""
        return self.within(lambda: run.run(behaviour, START))

    def within(self, question: Callable[[], Answer]) -> Answer | None:
        """The answer to a question; None where finding it would be too much work."""
        try:
            with self.work.question():
                return question()
        except TooMuch:
            return None

    def requests_in(self, marks: int, kind: str) -> list[Request]:
        """The requests to which this was done where a run made these marks."""
        return self._shared.marks.requests(marks, kind)

    def _quiet(self, error_class: str) -> Simulation:
        """Where nothing fails any more, after an error of this class or one that is treated so."""
        word = self._treated.get(error_class, error_class)
        if word not in self._quiet_runs:
            self._quiet_runs[word] = Simulation(
                Scenario(_none_is, 0, word, self.asked),
                self._shared, self.caught, self.program.exceptions, self._usual,
            )  # fmt: skip
        return self._quiet_runs[word]


def _none_is(_request: Request, _attempt: Attempt) -> bool:
    """Whether an attempt is dead where none is."""
    return False
