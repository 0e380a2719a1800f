"""How much work linking may be, counted in statements run: the same on every machine.

Nothing stays unread for it. Once the work is spent a function that was run before is not run again
with other arguments; what it did in any of its contexts then counts. A function that was never run
still is, once. What it would have done with these arguments is then not known: its requests may be
made without any of the handlers that stood around them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from auditor.model.behaviour import Behaviour, Branch, Request, Sequence, parts

#: Statements of one round: what all entry points together may take ...
STEPS_IN_ALL = 400_000
#: ... and what one of them, or the import of one module, may.
STEPS_OF_ONE = 200_000


@dataclass(slots=True)
class Budget:
    """``steps`` were run so far, of which what is at hand began after ``before``.

    ``curtailed`` are the functions that were not run again because the work was spent, with what
    they did before and what may be made of that.
    """

    in_all: int = field(default_factory=lambda: STEPS_IN_ALL)
    of_one: int = field(default_factory=lambda: STEPS_OF_ONE)
    steps: int = 0
    before: int = 0
    curtailed: dict[int, tuple[Behaviour, Behaviour]] = field(default_factory=dict)
    # By identity, what stands in for such a function and the requests below it.
    _below: dict[int, tuple[Behaviour, tuple[Request, ...]]] = field(default_factory=dict)

    @property
    def spent(self) -> bool:
        """Whether what is at hand, or everything together, has taken all that it may."""
        return self.steps > self.in_all or self.steps - self.before > self.of_one

    @contextmanager
    def one(self) -> Iterator[None]:
        """An entry point or a module: what it takes is not counted against what asked for it."""
        began, self.before = self.steps - self.before, self.steps
        try:
            yield
        finally:
            self.before = self.steps - began

    def instead(self, function: int, before: Behaviour, line: int) -> Behaviour:
        """What a function may do that is not run again, and did this ``before``."""
        known = self.curtailed.get(function)
        if known is None or known[0] is not before:
            requests = self._requests_in(before)
            arms = (before, Sequence(requests))
            known = before, Branch(arms, None, line) if requests else before
            self.curtailed[function] = known
            self._below[id(known[1])] = known[1], requests
        return known[1]

    def _requests_in(self, behaviour: Behaviour) -> tuple[Request, ...]:
        """The requests below, as they stand: those below curtailed functions are known."""
        found: dict[int, Request] = {}
        seen: set[int] = set()
        todo = [behaviour]
        while todo:
            node = todo.pop()
            if id(node) in seen:
                continue
            seen.add(id(node))
            _, known = self._below.get(id(node), (node, None))
            if known is not None:
                found.update((id(request), request) for request in reversed(known))
            elif isinstance(node, Request):
                found[id(node)] = node
            else:
                todo.extend(parts(node))
        return tuple(reversed(found.values()))

    def renew(self) -> None:
        """The next round has as much again."""
        self.steps = self.before = 0
        self.curtailed.clear()
        self._below.clear()
