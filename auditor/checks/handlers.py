"""The handlers around each call that ask somebody else, whether or not they are ever reached."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.behaviour import Behaviour, Guarded
from auditor.model.program import Evidence, Program
from auditor.resilience.calls_in import CallSets, nodes


@dataclass(frozen=True, slots=True)
class Handler:
    """An ``except`` at ``path:line`` for ``types``, and the ids of the calls made in it."""

    path: str
    line: int
    types: tuple[str, ...]
    asks: tuple[str, ...]

    def evidence(self) -> Evidence:
        """The line, and what it takes."""
        what = ", ".join(name.removeprefix("builtins.") for name in self.types) or "every error"
        return Evidence(self.path, self.line, f"the handler takes {what} only")


def handlers_around(program: Program) -> dict[str, tuple[Handler, ...]]:
    """By call id, every handler around the call in which another call is made."""
    sets = CallSets()
    found: dict[str, dict[Handler, None]] = {}
    for node in nodes(program.roots()):
        if not isinstance(node, Guarded):
            continue
        inside = _calls(program, sets, node.body)
        for catch in node.catches:
            asks = _calls(program, sets, catch.body)
            handler = Handler(node.path, catch.line, catch.types, asks)
            for call in inside if asks else ():
                found.setdefault(call, {})[handler] = None
    return {call: tuple(handlers) for call, handlers in found.items()}


def _calls(program: Program, sets: CallSets, node: Behaviour) -> tuple[str, ...]:
    below = sets.below(node)
    return tuple(sorted({i for key, i in program.keys.items() if below & sets.bit(key)}))
