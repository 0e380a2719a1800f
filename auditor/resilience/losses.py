"""What the loss of one fault domain after the other does to each workflow."""

from __future__ import annotations

from collections.abc import Iterator
from functools import reduce
from operator import or_
from typing import NamedTuple

from auditor.model.behaviour import OUTAGE_CLASSES, Behaviour, Request, requests_in
from auditor.model.loss import RANK
from auditor.resilience.domains import Needed
from auditor.resilience.runs import Runs
from auditor.resilience.simulate import Simulation
from auditor.resilience.states import outcome


class Answers(NamedTuple):
    """Which requests are not answered in a run, and of which nobody knows: a bit for each."""

    no: int
    open: int

    def among(self, requests: int) -> Answers:
        """The same of these requests alone."""
        return Answers(self.no & requests, self.open & requests)


class Losses:
    """The runs without a domain are shared by all workflows until they are forgotten.

    How they ended stays known.
    """

    def __init__(self, runs: Runs, needed: Needed) -> None:
        self._runs = runs
        self._needed = needed
        self._bits = {id(request): 1 << n for n, request in enumerate(runs.requests)}
        self._inside: dict[int, int] = {}
        self._ended: dict[tuple[int, str, Answers], str] = {}
        self._lost: dict[tuple[str, str], tuple[Simulation, Answers]] = {}
        self._needed_by: dict[str, list[Request]] = {}

    def worst(self, domain: str, behaviour: Behaviour) -> str:
        """The worst outcome over the classes that every outage may show.

        Losses that take down the same of its requests have the same.
        """
        if id(behaviour) not in self._inside:
            bits = (self._bits[id(request)] for request in requests_in(behaviour))
            self._inside[id(behaviour)] = reduce(or_, bits, 0)
        requests = self._inside[id(behaviour)]
        worst = "survives"
        for word, (simulation, answers) in self._runs_without(domain, behaviour):
            key = (id(behaviour), word, answers.among(requests))
            if key not in self._ended:
                self._ended[key] = self._end(simulation, behaviour)
            worst = min(worst, self._ended[key], key=RANK.__getitem__)
            if worst == "stops":
                break
        return worst

    def forget(self) -> None:
        """Let go of the runs that were made so far."""
        self._lost.clear()

    def _end(self, simulation: Simulation, behaviour: Behaviour) -> str:
        ends = self._runs.ends(simulation, behaviour)
        return outcome(ends) if ends is not None else "unknown"

    def _runs_without(
        self, domain: str, behaviour: Behaviour
    ) -> Iterator[tuple[str, tuple[Simulation, Answers]]]:
        """The runs in which the domain is lost, shared by all workflows.

        There is one for each class of failure that this behaviour tells apart.
        """
        needing = self._needing(domain)
        told_apart = self._runs.errors.told_apart(needing, [behaviour])
        for word in dict.fromkeys(told_apart[c] for c in OUTAGE_CLASSES):
            if (domain, word) not in self._lost:
                calls = self._runs.sets.bits(request.call for request in needing)
                self._lost[domain, word] = self._loss(domain, word, calls)
            yield word, self._lost[domain, word]

    def _loss(self, domain: str, word: str, calls: int) -> tuple[Simulation, Answers]:
        """One of them, with the requests that it takes down."""
        run = self._runs.under(lambda _request, a: domain in self._needed.by(a), word, calls)
        no = unknown = 0
        for request in self._runs.requests:
            answered = run.failing.answers(request, request.ask)
            if answered is None:
                unknown |= self._bits[id(request)]
            elif not answered:
                no |= self._bits[id(request)]
        return run, Answers(no, unknown)

    def _needing(self, domain: str) -> list[Request]:
        """The requests that may ask somebody who needs the domain."""
        if domain not in self._needed_by:
            self._needed_by[domain] = [
                r for r in self._runs.requests if domain in self._needed.by_any_of(r)
            ]
        return self._needed_by[domain]
