"""Runs a behaviour while some requests fail, and says every way it may end.

Each way is followed at once as a small state; where nobody knows which arm of a branch runs, all
do. Nodes are shared and results remembered: a run is linear in the size of the behaviour.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from auditor.model.behaviour import (
    REFUSED,
    STATUS_CLASSES,
    Behaviour,
    Branch,
    Enter,
    Flag,
    Guarded,
    Leave,
    Read,
    Repeat,
    Request,
    Sequence,
)
from auditor.model.credentials import is_credential
from auditor.model.flag_test import holds as flags_hold
from auditor.resilience.breakers import refused
from auditor.resilience.catching import Catching, Caught
from auditor.resilience.marks import ASKED, ENTERED_INSTEAD, STOOD_IN, USELESS, WAITS, Done
from auditor.resilience.raised import errors_of
from auditor.resilience.rounds import repeat
from auditor.resilience.scenario import Asked, Failing, Scenario, SharedByRuns, is_known
from auditor.resilience.states import (
    COMPLAINT,
    NOTHING,
    START,
    State,
    States,
    back,
    beside,
    failing,
    flagged,
    healed,
    holding,
    in_vain,
    kind_of,
    leave,
    of_no_use,
    read,
    still_lost,
    unasked,
    unusual,
)
from auditor.resilience.trace import Trace
from auditor.resilience.unseen import handlers_of_unseen


class Simulation:
    """One scenario over any number of behaviours."""

    def __init__(
        self,
        scenario: Scenario,
        shared: SharedByRuns,
        caught: Caught,
        bases: Mapping[str, tuple[str, ...]],
        usual_run: Simulation | None = None,
        quiet_run: Simulation | None = None,
        wrapper: str = "",
        trace: Trace | None = None,
    ) -> None:
        self._scenario = scenario
        self._shared = shared
        self._sets = shared.sets
        self._passing = shared.passing
        self._later = shared.later
        self._alike = shared.alike
        self._caught = caught
        self._bases = bases
        self._catching = Catching(scenario.error_class, caught, bases)
        self._usual_run = usual_run
        self._quiet_run = quiet_run
        self._memo: defaultdict[int, dict[State, Done]] = defaultdict(dict)
        self._marks = 0
        self._wrapper = wrapper
        self._trace = trace
        self._is_usual = usual_run is None and not scenario.calls
        self.failing = Failing(scenario, shared.sets, caught)
        self._inside: Simulation | None = None
        self._answers: dict[int, bool | None] = {}
        self.entered: set[str] = set()
        self.reached: dict[int, int] = {}
        self.answered_before: dict[int, set[int]] = {}
        self.entered_nodes: set[int] = set()
        self.flagged: set[tuple[int, int, bool]] = set()
        self.decides: defaultdict[str, int] = defaultdict(int)

    def run(self, node: Behaviour, state: State = START) -> States:
        """Every state in which the node may end when it starts in ``state``."""
        if isinstance(node, Sequence) and not node.items:
            return frozenset({state})
        found = self._memo[id(node)].get(state)
        ends, marks = found if found is not None else self._ends(node, state)
        self._marks |= marks
        return ends

    def _ends(self, node: Behaviour, state: State) -> Done:
        """The ends, and the marks of what is done on the way there."""
        memo = self._memo[id(node)]
        if not self._sets.below(node) & self._scenario.calls:
            usual = self._usual_run
            if state is START and usual is not None and not self._sets.view(node).rests:
                return frozenset(map(unasked, usual.run(node, state))), 0
            if self._quiet_run is not None:
                # Nothing can fail inside: the same in every run with errors of this class.
                return memo.setdefault(state, self._quiet_run.marked(node, state))
        seen = self._passing.bare(node, state)
        known = memo.get(seen)
        if known is None:
            ends, marks = self._marking(self._run, node, seen)
            known = memo[seen] = self._shared.marks.one(self._later.kept(node, ends), marks)
        if seen is state:
            return known
        ends = self._later.kept(node, self._passing.restored(known[0], seen, state))
        return memo.setdefault(state, self._shared.marks.one(ends, known[1]))

    def marked(self, node: Behaviour, state: State) -> Done:
        """As ``run``, with the marks of what this node does."""
        return self._marking(self.run, node, state)

    def _marking(
        self, run: Callable[[Behaviour, State], States], node: Behaviour, state: State
    ) -> Done:
        outer, self._marks = self._marks, 0
        ends = run(node, state)
        made, self._marks = self._marks, outer
        return self._shared.marks.one(ends, made)

    def did(self, kind: str) -> frozenset[Asked]:
        """The requests to which this was done: see ``marks``."""
        made = self._shared.marks.requests(self._marks, kind)
        return frozenset((node.call, node.ask) for node in made)

    def did_by_name(self, kind: str) -> set[str]:
        """The calls of the repository's own functions, or the settings, to which this was done."""
        return self._shared.marks.names(self._marks, kind)

    def _wait_for(self, settings: Iterable[str]) -> None:
        for setting in settings:
            self._marks |= self._shared.marks.bit(WAITS, setting)

    def _run(self, node: Behaviour, state: State) -> States:
        self._shared.work.step()
        match node:
            case Request():
                return self._request(node, state)
            case Sequence(items):
                return self._in_order(node, items, state)
            case Branch():
                return self._branch(node, state)
            case Guarded():
                return self._guarded(node, state)
            case Repeat():
                return self._repeat(node, state)
            case Leave():
                return frozenset({self._alike.of(leave(node, state))})
            case Enter():
                return refused(self._sets, node, state) or self._enter(node, state)
            case Read():
                return frozenset({self._alike.of(read(node, state))})
            case Flag():
                return frozenset({flagged(state, node)})

    def _branch(self, node: Branch, state: State) -> States:
        told = flags_hold(node.flags, dict(state.flags)) if node.flags and state.flags else None
        if told is not None:
            return self._by_flag(node, 0 if told else 1, state)
        if node.flags is not None and self._is_usual:
            self.flagged.update((id(node), arm, False) for arm in range(len(node.arms)))
        result = node.result
        holds = holding(result, state) if result is not None else ""
        if result is not None and result.word == REFUSED and not state.lost:
            return self.run(node.arms[1 - node.empty], state)
        asks_how = result is not None and not holds and bool(result.part or result.unread)
        if asks_how and not state.lost and self._usual_run is None:
            good, bad = node.arms[1 - node.empty], node.arms[node.empty]
            return self.run(good, state) | self.run(bad, state.but(doubt=self._is_usual))
        if result is not None and holds and node.taken is None:
            arm = node.arms[node.empty if holds == NOTHING else 1 - node.empty]
            told = holds == NOTHING or result.unread == COMPLAINT
            seen = state.but(unread=False) if told else state
            ends = self._aside(arm, seen, unusual(result, holds, state))
            return in_vain(ends, state) if holds != result.usual else ends
        if node.error is not None and state.error is not None:
            asked = self._catching.holds(node.error, state.error)
            if asked is not None:
                return self.run(node.arms[0 if asked else 1], state)
        if node.taken is None or node.taken >= len(node.arms):
            # One failure is asked about at a time: that a candidate rests would be another.
            well = node.rests and self._usual_run is not None
            arms = node.arms[1:] if well else node.arms
            # Nobody knows who comes here: that a flag is set says no more about an answer.
            unsure = state.saved and not state.lost and bool(self._sets.view(node).flags)
            inner = state.but(doubt=True) if unsure else state
            ends = frozenset(end for arm in arms for end in self.run(arm, inner))
            return frozenset(end.but(doubt=state.doubt) for end in ends) if unsure else ends
        shipped = self.run(node.arms[node.taken], state)
        if not (state.handling and node.settings):
            if self._is_usual:
                for setting in node.settings:
                    self.decides[setting] |= self._sets.below(node)
            return shipped
        if any(s.saved and not s.lost for s in shipped):
            self._wait_for(filter(is_credential, node.settings))
        if self._chooses_first(node.settings):
            return shipped
        # A fallback that waits for a setting counts, and the setting is its condition.
        for number, arm in enumerate(node.arms):
            ends = self.run(arm, state) if number != node.taken else shipped
            if number != node.taken and all(s.saved and not s.lost for s in ends):
                self._wait_for(node.settings)
                return ends
        return shipped

    def _chooses_first(self, settings: tuple[str, ...]) -> bool:
        """Whether another value of the settings would ask somebody else in the first place."""
        usual, failing = self._usual_run, self._scenario.calls
        return usual is not None and any(usual.decides[s] & failing for s in settings)

    def _by_flag(self, node: Branch, arm: int, state: State) -> States:
        """The arm that a flag picks: what only a failure has set leads to what is done about it."""
        usual, taken = self._usual_run, (id(node), arm)
        if usual is None:
            self.flagged.add((*taken, state.doubt))
            return self.run(node.arms[arm], state)
        if (*taken, False) in usual.flagged:
            return self.run(node.arms[arm], state)
        ends = self._aside(node.arms[arm], state, bool(state.lost))
        # Who doubts an answer may come there without any failure.
        doubted = state.doubt or (*taken, True) in usual.flagged
        return ends if doubted else of_no_use(ends, state)

    def _request(self, node: Request, state: State) -> States:
        self._marks |= self._shared.marks.bit(ASKED, node)
        if id(node) not in self._answers:
            self._answers[id(node)] = self.failing.answers(node, node.ask)
        answers = self._answers[id(node)]
        instead = state.lost and state.handling
        if instead and answers is not False and self.failing.is_useless(node, state.failed):
            self._marks |= self._shared.marks.bit(USELESS, node)
            answers = False
        if answers and state.lost and (node.unseen or (instead and not is_known(node.ask))):
            answers = None
        found: set[State] = set()
        guessed = state.guessed or answers is None
        if answers is not False:
            found.add(self._answered(node, state).but(guessed=guessed, asked=self._is_usual))
        if answers is not True:
            unread = node.silent and self._scenario.error_class in STATUS_CLASSES
            for error in errors_of(node, self._scenario.error_class, self._trace):
                failed = failing(
                    state, kind_of(node), self._alike.culprit(node.call),
                    self._alike.failed(self._sets.number_of(node.ask)), None if unread else error,
                    guessed,
                )  # fmt: skip
                found.add(failed)
            if node.unseen:
                # Code that nobody has seen may as well keep the error to itself.
                found.add(failed.but(status="next", error=None, guessed=True))
        return frozenset(found)

    def _answered(self, node: Request, state: State) -> State:
        if state.lost and state.handling and state.lost == kind_of(node) and not node.unused:
            self._marks |= self._shared.marks.bit(STOOD_IN, node)
            return healed(state, self._alike.culprit(node.call), self._sets.told)
        return state

    def _in_order(self, node: Behaviour, items: tuple[Behaviour, ...], state: State) -> States:
        states: set[State] = {state}
        for number, item in enumerate(items):
            late = self._late(node, number, state)
            after: set[State] = set()
            for one in states:
                if one.status == "next":
                    after |= self._step(node, number, item, one, late)
                else:
                    after.add(one)
            states = after
        return frozenset(states)

    def _late(self, node: Behaviour, number: int, first: State) -> bool:
        """Whether those who have lost something only get to this step because of that.

        Nor is it by those who have asked: ``if open: return a()`` before a last resort is passed by
        whoever finds it closed, or has failed inside. The steps began in the state ``first``.
        """
        usual = self._usual_run
        if usual is None:
            return False
        here = not first.lost and number not in usual.answered_before.get(id(node), ())
        return here or number > usual.reached.get(id(node), number)

    def _step(
        self, node: Behaviour, number: int, step: Behaviour, state: State, late: bool
    ) -> States:
        """Run one step of a node; ``late`` where only a loss leads to it: see ``_late``."""
        if self._usual_run is None and not state.doubt:
            self.reached[id(node)] = max(number, self.reached.get(id(node), -1))
            if state.asked:
                self.answered_before.setdefault(id(node), set()).add(number)
        return self._aside(step, state, late and bool(state.lost))

    def _aside(self, node: Behaviour, state: State, handling: bool) -> States:
        """Run the node as what is done about a failure, where ``handling``."""
        if not handling or state.handling:
            return self.run(node, state)
        ends = self.run(node, state.but(handling=True))
        return frozenset(end.but(handling=False) for end in ends)

    def _guarded(self, node: Guarded, state: State) -> States:
        ends = self.run(node.body, state)
        ended = set[State]()
        for handler, own in handlers_of_unseen(node, state, ends, self._sets):
            unsure = state.but(guessed=state.guessed or not own, doubt=self._is_usual)
            ended |= self.run(handler, unsure)
        for one in ends:
            if one.status == "raise":
                ended |= self._handled(node, one)
            elif one.status == "next":
                ended |= self.run(node.orelse, one)
            else:
                ended.add(one)
        found = set[State]()
        for one in ended:
            for last in self.run(node.final, one.but(status="next")):
                goes_on = last.status == "next"
                found.add(last.but(status=one.status, error=one.error) if goes_on else last)
        return frozenset(found)

    def _handled(self, node: Guarded, raised: State) -> States:
        assert raised.error is not None
        for catch in node.catches:
            takes = self._catching.takes(catch.types, raised.error)
            if self._trace is not None:
                self._trace.met(raised.error, node.path, catch, takes)
            if takes:
                entered = raised.but(status="next", handling=True)
                return frozenset(
                    s.but(handling=raised.handling)
                    if s.status == "raise"
                    else s.but(error=None, handling=raised.handling, last=raised.error)
                    for s in self.run(catch.body, entered)
                )
        return frozenset({raised})

    def _repeat(self, node: Repeat, state: State) -> States:
        def step(number: int, part: Behaviour, one: State, late: bool) -> States:
            return self._step(node, number, part, one, late)

        tells = bool(self._sets.view(node).flags)
        return repeat(node, state, step, lambda number: self._late(node, number, state), tells)

    def _enter(self, node: Enter, state: State) -> States:
        inner = state if node.judges else state.but(error=None, last=None)
        self.entered.add(node.call)
        self.entered_nodes.add(id(node))
        if state.lost and state.handling:
            self._marks |= self._shared.marks.bit(ENTERED_INSTEAD, node.call)
        body = self._within(node).run(node.body, inner)
        if node.deferred:
            if self._trace is not None:
                self._trace.failed_later(end.error.call for end in body if end.error and end.lost)
            # Of one call it is asked what stands in for it: nobody else than those in there.
            alone = self._wrapper and not any(end.saved for end in body)
            return frozenset({state}) if alone else beside(body, state)
        inside = self._sets.below(node)
        by_part = inside & self._sets.tested_by_part
        found: set[State] = set()
        for end in body:
            # What the function gave back counts where it tells something of a call inside it.
            tells = inside & self._sets.bit(end.culprit) if end.lost else by_part
            found.add(back(end, state, node.late, bool(tells)))
        if node.unused and state.lost and state.handling:
            return frozenset(still_lost(end, state) for end in found)
        return frozenset(found)

    def _within(self, node: Enter) -> Simulation:
        """Inside the wrapper call that is to fail, every request does."""
        if not self._wrapper or node.call != self._wrapper:
            return self
        if self._usual_run is not None and id(node) not in self._usual_run.entered_nodes:
            return self
        if self._inside is None:
            scenario = replace(self._scenario, dead=lambda _request, _attempt: True, calls=-1)
            self._inside = Simulation(scenario, self._shared, self._caught, self._bases)
        return self._inside
