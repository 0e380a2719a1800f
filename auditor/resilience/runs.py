"""A program made ready for runs under any loss: what all runs over it share."""

from __future__ import annotations

from collections.abc import Callable

from auditor.model.behaviour import Attempt, Request
from auditor.model.program import LlmCall, Program
from auditor.resilience.calls_in import CallSets
from auditor.resilience.simulate import Caught, Scenario, Simulation
from auditor.resilience.trace import Trace

Dead = Callable[[Request, Attempt], bool]
EVERY_CALL = -1


class Runs:
    """``calls`` are by the names that behaviours use; ``asked`` is what is asked as shipped."""

    def __init__(self, program: Program, caught: Caught) -> None:
        self._caught = caught
        self._bases = program.exceptions
        self._sets = CallSets()
        nothing = Scenario(lambda _request, _attempt: False, 0, "", frozenset())
        self._usual = Simulation(nothing, self._sets, caught, program.exceptions)
        roots = [*(entry.behaviour for entry in program.entrypoints), *program.loose]
        for root in roots:
            self._sets.below(root)
        for root in roots:
            self._usual.run(root)
        self.asked = frozenset(self._usual.asked)
        by_id = {call.id: call for call in program.calls}
        self.calls: dict[str, LlmCall] = {
            key: by_id[identity] for key, identity in program.keys.items()
        }

    def under(
        self, dead: Dead, error_class: str, call: str | None = None, trace: Trace | None = None
    ) -> Simulation:
        """A run in which attempts fail that are ``dead``, of one call or of all."""
        bits = EVERY_CALL if call is None else self._sets.bit(call)
        scenario = Scenario(dead, bits, error_class, self.asked)
        return Simulation(scenario, self._sets, self._caught, self._bases, self._usual, trace=trace)
