"""What a loss does to each workflow, what answers instead, and the lines that prove it.

The same runs as those that judge, with a trace: one run for each workflow and class of failure.
Everything that is lost is lost in the same run, so a stand-in that is lost too stands in for
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from auditor.model.behaviour import Attempt, Behaviour, Request, requests_in
from auditor.model.loss import RANK, Effect, Loss
from auditor.model.program import Entrypoint
from auditor.resilience.answers import answering, asked_first
from auditor.resilience.hits import Hits
from auditor.resilience.marks import ASKED, STOOD_IN, USELESS, WAITS
from auditor.resilience.runs import Runs
from auditor.resilience.simulate import Simulation
from auditor.resilience.states import START, States, outcome
from auditor.resilience.trace import Run, Trace
from auditor.resilience.witness import Witness

UNTOUCHED = "untouched"


def lose(runs: Runs, loss: Loss, hits: Hits) -> tuple[Effect, ...]:
    """The effect on every entry point, in their order."""
    return Question(runs, loss, hits).effects()


class _Dead:
    """Whether an attempt is lost with the domains; ``doubtful`` where perhaps is enough."""

    def __init__(self, hits: Hits, domains: tuple[str, ...], doubtful: bool) -> None:
        self._hits = hits
        self._domains = domains
        self._enough = (True, None) if doubtful else (True,)
        self._known: dict[tuple[str, str, Attempt], bool] = {}

    def __call__(self, request: Request, attempt: Attempt) -> bool:
        key = (request.sdk, request.kind, attempt)
        if key not in self._known:
            found = self._hits.any_of(self._domains, request, attempt)
            self._known[key] = found in self._enough
        return self._known[key]

    def among(self, requests: Iterable[Request]) -> frozenset[tuple[str, str, Attempt]]:
        """Which attempts of the requests are lost, with the library and kind of the request."""
        return frozenset((r.sdk, r.kind, a) for r in requests for a in r.attempts if self(r, a))

    def takes(self, requests: Iterable[Request]) -> bool:
        """Whether any of the requests may be lost."""
        return any(self(request, a) for request in requests for a in request.attempts)


class Outline(NamedTuple):
    """How a workflow ends, and the ids of the calls that fail in it."""

    workflow: str
    outcome: str
    failed: frozenset[str]


class _Telling(NamedTuple):
    """What is dead and how that shows in one run; ``doubtful`` where it ends better if the
    doubtful things hold."""

    dead: _Dead
    word: str
    doubtful: bool


class Question:
    """The runs are shared by all workflows, but for one with a trace for each that is touched.

    ``lost`` says what is lost as what: questions in which it is equal have the same outcomes,
    whatever their domains are called.
    """

    def __init__(self, runs: Runs, loss: Loss, hits: Hits) -> None:
        self._loss = loss
        self._hits = hits
        self._runs = runs
        self._sure = _Dead(hits, loss.domains, doubtful=False)
        self._possible = _Dead(hits, (*loss.domains, *loss.uncertain), doubtful=True)
        dying = [request for request in runs.requests if self._possible.takes([request])]
        words = _told_apart(loss.errors, runs.errors.told_apart(dying))
        self.lost = (self._sure.among(dying), self._possible.among(dying), words)
        self._shared = {
            dead: {word: runs.under(dead, word) for word in words}
            for dead in (self._sure, self._possible)
        }

    def effects(self) -> tuple[Effect, ...]:
        """The effect on every entry point, in their order."""
        return tuple(self._effect(entry) for entry in self._runs.program.entrypoints)

    def outlines(self) -> tuple[Outline, ...]:
        """How every entry point ends and what fails on the way, without a word about it.

        That needs no run with a trace, in which each failed call is a case of its own.
        """
        return tuple(self._outline(entry) for entry in self._runs.program.entrypoints)

    def _effect(self, entry: Entrypoint) -> Effect:
        """What becomes of one workflow if the certain domains are lost, and if all are."""
        requests = requests_in(entry.behaviour)
        if not self._possible.takes(requests):
            return Effect(entry.id, UNTOUCHED, UNTOUCHED)
        telling = self._telling(entry.behaviour, requests)
        run = self._run(entry.behaviour, requests, telling.dead, telling.word)
        witness = Witness(self._runs, self._loss, self._hits, requests, run)
        return witness.effect(entry, telling.doubtful)

    def _outline(self, entry: Entrypoint) -> Outline:
        requests = requests_in(entry.behaviour)
        if not self._possible.takes(requests):
            return Outline(entry.id, UNTOUCHED, frozenset())
        telling = self._telling(entry.behaviour, requests)
        simulation = self._shared[telling.dead][telling.word]
        marked = self._runs.within(lambda: simulation.marked(entry.behaviour, START))
        if marked is None:
            return Outline(entry.id, "unknown", frozenset())
        ends, marks = marked
        failed = {request.call for request in self._runs.requests_in(marks, USELESS)}
        for request in self._runs.requests_in(marks, ASKED):
            answered = simulation.failing.answers(request, request.ask) is True
            if not answered or _switched(request, telling.dead, simulation):
                failed.add(request.call)
        found = _outcome(ends, touched=bool(failed))
        ids = {self._runs.calls[key].id for key in failed if key in self._runs.calls}
        return Outline(entry.id, "unknown" if telling.doubtful else found, frozenset(ids))

    def _telling(self, behaviour: Behaviour, requests: Sequence[Request]) -> _Telling:
        """The run that shows what happens: with what is surely lost, if that is all."""
        at_best, word = self._worst(behaviour, self._sure)
        at_worst, worst_word = self._worst(behaviour, self._possible)
        doubtful = at_best != at_worst
        if doubtful or not self._sure.takes(requests):
            return _Telling(self._possible, worst_word, doubtful)
        return _Telling(self._sure, word, doubtful)

    def _worst(self, behaviour: Behaviour, dead: _Dead) -> tuple[str, str]:
        """The worst end over all classes of failure, and the class that brings it about."""
        ends = {
            word: _end(self._runs.ends(simulation, behaviour))
            for word, simulation in self._shared[dead].items()
        }
        worst = min(ends, key=lambda word: RANK[ends[word]])
        return ends[worst], worst

    def _run(
        self, behaviour: Behaviour, requests: Sequence[Request], dead: _Dead, word: str
    ) -> Run:
        trace = Trace()
        simulation = self._runs.under(dead, word, trace=trace)
        ends = self._runs.ends(simulation, behaviour)
        asked = simulation.did(ASKED)
        switched = {
            (r.call, r.ask): _switched(r, dead, simulation)
            for r in requests
            if (r.call, r.ask) in asked
        }
        touched = bool(trace.failed) or any(switched.values())
        return Run(
            outcome=_outcome(ends, touched=touched),
            error=word,
            trace=trace,
            ended_by=frozenset(
                s.error.call for s in ends or () if s.status == "raise" and s.lost and s.error
            ),
            stood_in=simulation.did(STOOD_IN),
            switched={asked: found for asked, found in switched.items() if found},
            waits=frozenset(simulation.did_by_name(WAITS)),
            dead=dead,
            goes_on=simulation.failing.fires,
        )


def _end(ends: States | None) -> str:
    """In a word; a run that would be too much work ends nobody knows how."""
    return outcome(ends) if ends is not None else "unknown"


def _outcome(ends: States | None, *, touched: bool) -> str:
    """How a run ends that has met a failure, or not."""
    found = _end(ends)
    return found if touched or found != "survives" else UNTOUCHED


def _told_apart(words: Iterable[str], stand_ins: Mapping[str, str]) -> tuple[str, ...]:
    """The first of all words that come to the same for what fails, in their order."""
    first: dict[str, str] = {}
    for word in words:
        first.setdefault(stand_ins.get(word, word), word)
    return tuple(first.values())


def _switched(request: Request, dead: _Dead, simulation: Simulation) -> tuple[Attempt, ...]:
    """Who answers in place of a dead attempt, where the library sees to that by itself."""

    def is_dead(attempt: Attempt) -> bool:
        return dead(request, attempt)

    first = asked_first(request.ask)
    if not any(is_dead(attempt) for attempt in first):
        return ()
    found = answering(request.ask, is_dead, lambda ask: simulation.failing.fires(ask, request.sdk))
    return tuple(a for a in found if a not in first)
