"""The handlers around each call that ask somebody else, whether or not they are ever reached."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.model.behaviour import Behaviour, Guarded, nodes
from auditor.model.program import Evidence, Program
from auditor.resilience.calls_in import CallSets


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


class Handlers:
    """Every handler of a program, and the calls inside and around them."""

    def __init__(self, program: Program) -> None:
        self._ids = program.keys
        self._sets = CallSets()
        everything = nodes(program.roots())
        self.guards = [node for node in everything if isinstance(node, Guarded)]
        self._of = {id(guard): self._handlers(guard) for guard in self.guards}

    def of(self, guard: Guarded) -> tuple[Handler, ...]:
        """The handlers of a ``try`` as the checks see them, one for each of its catches."""
        return self._of[id(guard)]

    def _handlers(self, guard: Guarded) -> tuple[Handler, ...]:
        return tuple(
            Handler(guard.path, catch.line, catch.types, self.calls(catch.body))
            for catch in guard.catches
        )

    def calls(self, node: Behaviour) -> tuple[str, ...]:
        """The ids of the calls that a node may make."""
        below = self._sets.below(node)
        return tuple(sorted({i for key, i in self._ids.items() if below & self._sets.bit(key)}))

    def around(self) -> dict[str, tuple[Handler, ...]]:
        """By call id, every handler around the call in which another call is made."""
        found: dict[str, dict[Handler, None]] = {}
        for guard in self.guards:
            inside = self.calls(guard.body)
            for handler in self.of(guard):
                for call in inside if handler.asks else ():
                    found.setdefault(call, {})[handler] = None
        return {call: tuple(handlers) for call, handlers in found.items()}
