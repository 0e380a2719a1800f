"""A program made ready for runs under any loss: what all runs over it share."""

from __future__ import annotations

from collections.abc import Callable

from auditor.model.behaviour import Attempt, Request
from auditor.model.program import LlmCall, Program
from auditor.resilience.calls_in import CallSets
from auditor.resilience.catching import Caught
from auditor.resilience.classes import ErrorClasses
from auditor.resilience.scenario import Scenario
from auditor.resilience.simulate import Simulation
from auditor.resilience.trace import Trace

Dead = Callable[[Request, Attempt], bool]
EVERY_CALL = -1


class Runs:
    """``calls`` are by the names that behaviours use, ``asked`` is what is asked as shipped.

    ``requested`` are the calls that ask it, ``made`` they and the wrapper calls on the way there;
    ``roots`` are the behaviours of the program that no other one holds, ``errors`` tells which
    kinds of errors they tell apart.
    """

    def __init__(self, program: Program, caught: Caught) -> None:
        self.program = program
        self.caught = caught
        self.sets = CallSets()
        self.roots = program.roots()
        self.errors = ErrorClasses(program, self.roots, caught)
        nothing = Scenario(lambda _request, _attempt: False, 0, "", frozenset())
        self._usual = Simulation(nothing, self.sets, caught, program.exceptions)
        for root in self.roots:
            self.sets.below(root)
        for root in self.roots:
            self._usual.run(root)
        self.asked = self._usual.asked.found()
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
        return Simulation(
            Scenario(dead, calls, error_class, self.asked),
            self.sets, self.caught, self.program.exceptions, self._usual, wrapper, trace,
        )  # fmt: skip
