"""Runs a behaviour while some requests fail, and says every way it may end.

Each way through is followed at once as a small state; where nobody knows which arm of a branch
runs, all do. States are few, nodes are shared and results remembered, so a run is linear in the
size of the behaviour.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from auditor.model.behaviour import (
    JUDGED,
    STATUS_CLASSES,
    Ask,
    Attempt,
    Behaviour,
    Branch,
    Choice,
    Enter,
    Guarded,
    Leave,
    Ordered,
    Read,
    Repeat,
    Request,
    Sequence,
    Together,
)
from auditor.model.credentials import is_credential
from auditor.resilience.calls_in import CallSets
from auditor.resilience.catching import Catching, Caught
from auditor.resilience.passing import Passing
from auditor.resilience.requested import Requests
from auditor.resilience.scenario import Scenario, reacts
from auditor.resilience.states import (
    COMPLAINT,
    NEVER,
    NOTHING,
    START,
    Error,
    State,
    States,
    holding,
    kind_of,
    leave,
    left,
    read,
    still_lost,
    unusual,
)
from auditor.resilience.trace import Trace
from auditor.resilience.verdicts import broken, same_space, sound_options

#: After every round of a loop.
LAST = 1_000_000
NO_STEPS = Sequence(())


class Simulation:
    """One scenario over any number of behaviours."""

    def __init__(
        self,
        scenario: Scenario,
        sets: CallSets,
        caught: Caught,
        bases: Mapping[str, tuple[str, ...]],
        usual_run: Simulation | None = None,
        wrapper: str = "",
        trace: Trace | None = None,
    ) -> None:
        self._scenario = scenario
        self._sets = sets
        self._passing: Passing = usual_run._passing if usual_run is not None else Passing(sets)
        self._caught = caught
        self._bases = bases
        self._catching = Catching(scenario.error_class, caught, bases)
        self._usual_run = usual_run
        self._memo: dict[tuple[int, State], States] = {}
        self._wrapper = wrapper
        self._trace = trace
        self._inside: Simulation | None = None
        self._answers: dict[int, bool | None] = {}
        self.asked = Requests()
        self.stood_in = Requests()
        self.useless = Requests()
        self.waits: set[str] = set()
        self.entered: set[str] = set()
        self.entered_instead: set[str] = set()
        self.reached: dict[int, int] = {}
        self.answered_before: dict[int, set[int]] = {}
        self.entered_nodes: set[int] = set()

    def run(self, node: Behaviour, state: State = START) -> States:
        """Every state in which the node may end when it starts in ``state``."""
        found = self._memo.get((id(node), state))
        if found is not None:
            return found
        untouched = state is START and not self._sets.below(node) & self._scenario.calls
        if untouched and self._usual_run is not None:
            return self._usual_run.run(node, state)
        seen = self._passing.bare(node, state)
        found = self._memo.get((id(node), seen))
        if found is None:
            found = self._memo[id(node), seen] = self._run(node, seen)
        if seen is not state:
            found = self._memo[id(node), state] = self._passing.restored(found, seen, state)
        return found

    def _run(self, node: Behaviour, state: State) -> States:
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
                return frozenset({leave(node, state)})
            case Enter():
                return self._enter(node, state)
            case Read():
                return frozenset({read(state)})

    def _branch(self, node: Branch, state: State) -> States:
        result = node.result
        holds = holding(result, state) if result is not None else ""
        if result is not None and result.part == JUDGED and self._usual_run is None:
            doubted = state.but(doubt=True)
            return self.run(node.arms[1 - node.empty], state) | self.run(
                node.arms[node.empty], doubted
            )
        if result is not None and holds and node.taken is None:
            arm = node.arms[node.empty if holds == NOTHING else 1 - node.empty]
            told = holds == NOTHING or result.unread == COMPLAINT
            seen = state.but(unread=False) if told else state
            return self._aside(arm, seen, unusual(result, holds, state))
        if node.error is not None and state.error is not None:
            asked = self._catching.holds(node.error, state.error)
            if asked is not None:
                return self.run(node.arms[0 if asked else 1], state)
        if node.taken is None or node.taken >= len(node.arms):
            return frozenset(s for arm in node.arms for s in self.run(arm, state))
        shipped = self.run(node.arms[node.taken], state)
        if not (state.handling and node.settings):
            return shipped
        if any(s.saved and not s.lost for s in shipped):
            self.waits.update(filter(is_credential, node.settings))
        # A fallback that waits for a setting counts, and the setting is its condition.
        for number, arm in enumerate(node.arms):
            ends = self.run(arm, state) if number != node.taken else shipped
            if number != node.taken and all(s.saved and not s.lost for s in ends):
                self.waits.update(node.settings)
                return ends
        return shipped

    def _request(self, node: Request, state: State) -> States:
        self.asked.add(node)
        if id(node) not in self._answers:
            self._answers[id(node)] = self.answers(node, node.ask)
        answers = self._answers[id(node)]
        if state.lost and state.handling and answers is not False and self._is_useless(node, state):
            self.useless.add(node)
            answers = False
        found: set[State] = set()
        guessed = state.guessed or answers is None
        if answers is not False:
            answered = self._answered(node, state)
            found.add(answered.but(guessed=guessed, asked=self._usual_run is None))
        if answers is not True:
            lost = state.lost or kind_of(node)
            unread = node.silent and self._scenario.error_class in STATUS_CLASSES
            found.add(
                state.but(
                    status="next" if unread else "raise",
                    unread=unread,
                    lost=lost,
                    culprit=self._culprit(node),
                    failed=self._sets.number_of(node.ask),
                    gave=(),
                    error=None if unread else self._error(node),
                    guessed=guessed,
                )
            )
        return frozenset(found)

    def _answered(self, node: Request, state: State) -> State:
        if state.lost and state.handling and state.lost == kind_of(node) and not node.unused:
            self.stood_in.add(node)
            return state.but(lost="", culprit="", gave=(), failed=-1, unread=False, saved=True)
        return state

    def _error(self, node: Request) -> Error:
        if self._trace is None:
            return Error(node.sdk, late=node.late)
        self._trace.failed.setdefault(node.call)
        return Error(node.sdk, call=node.call, late=node.late)

    def _is_useless(self, node: Request, state: State) -> bool:
        """Whether a stand-in cannot work: the wrong model's name, or another vendor's key."""
        first = self._sets.first_of(state.failed) if state.failed >= 0 else ()
        return all(broken(first, attempt) for attempt in node.attempts)

    def _culprit(self, node: Request) -> str:
        return node.call if self._sets.bit(node.call) & self._sets.tested else ""

    def answers(self, node: Request, ask: Ask) -> bool | None:
        """Whether the request is answered; None where that depends on what nobody knows."""
        match ask:
            case Attempt():
                return not (
                    self._sets.bit(node.call) & self._scenario.calls
                    and self._scenario.dead(node, ask)
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
                return _any(self.answers(node, option) for option in rest)

    def fires(self, ask: Ordered, sdk: str) -> bool:
        """Whether the library goes on to the next option after this kind of failure."""
        return reacts(ask, self._scenario.error_class, sdk, self._caught)

    def _in_order(self, node: Behaviour, items: tuple[Behaviour, ...], state: State) -> States:
        states: set[State] = {state}
        for number, item in enumerate(items):
            after: set[State] = set()
            for one in states:
                if one.status == "next":
                    after |= self._aside(item, one, self._only_after_loss(node, number, one, state))
                else:
                    after.add(one)
            states = after
        return frozenset(states)

    def _only_after_loss(self, node: Behaviour, number: int, state: State, first: State) -> bool:
        """Whether this step is never got to while nothing fails.

        Nor is it by those who have asked: ``if open: return a()`` before a last resort is passed by
        whoever finds it closed, and by whoever has failed inside. ``first`` is the state in which
        the steps began.
        """
        if self._usual_run is None:
            if state.doubt:
                return False
            self.reached[id(node)] = max(number, self.reached.get(id(node), -1))
            if state.asked:
                self.answered_before.setdefault(id(node), set()).add(number)
            return False
        if not state.lost:
            return False
        usual = self._usual_run
        here = not first.lost and number not in usual.answered_before.get(id(node), ())
        return here or number > usual.reached.get(id(node), number)

    def _aside(self, node: Behaviour, state: State, handling: bool) -> States:
        """Run the node as what is done about a failure, where ``handling``."""
        if not handling or state.handling:
            return self.run(node, state)
        ends = self.run(node, state.but(handling=True))
        return frozenset(end.but(handling=False) for end in ends)

    def _guarded(self, node: Guarded, state: State) -> States:
        ended: set[State] = set()
        for one in self.run(node.body, state):
            if one.status == "raise":
                ended |= self._handled(node, one)
            elif one.status == "next":
                ended |= self.run(node.orelse, one)
            else:
                ended.add(one)
        found: set[State] = set()
        for one in ended:
            for last in self.run(node.final, one.but(status="next")):
                found.add(
                    last if last.status != "next" else last.but(status=one.status, error=one.error)
                )
        return frozenset(found)

    def _handled(self, node: Guarded, raised: State) -> States:
        assert raised.error is not None
        for catch in node.catches:
            takes = self._catching.takes(catch.types, raised.error)
            if self._trace is not None:
                self._trace.met(raised.error.call, node.path, catch, takes)
            if takes:
                entered = raised.but(status="next", handling=True)
                return frozenset(
                    s.but(handling=raised.handling)
                    if s.status == "raise"
                    else s.but(error=None, handling=raised.handling)
                    for s in self.run(catch.body, entered)
                )
        return frozenset({raised})

    def _repeat(self, node: Repeat, state: State) -> States:
        states: set[State] = {state}
        done: set[State] = set()
        for number, part in enumerate(node.rounds):
            after: set[State] = set()
            for one in states:
                late = self._only_after_loss(node, number, one, state)
                for end in self._aside(part, one, late):
                    match end.status:
                        case "next" | "continue":
                            after.add(end.but(status="next"))
                        case "break":
                            done.add(end.but(status="next"))
                        case _:
                            done.add(end)
            states = after
        if node.endless:
            # It goes on for ever: a request that keeps failing never lets it end.
            states = {s if not s.lost else s.but(status="raise", error=NEVER) for s in states}
        if node.orelse != NO_STEPS:
            last: set[State] = set()
            for one in states:
                last |= self._aside(node.orelse, one, self._only_after_loss(node, LAST, one, state))
            states = last
        return frozenset(states | done)

    def _enter(self, node: Enter, state: State) -> States:
        inner = state.but(error=None)
        self.entered.add(node.call)
        self.entered_nodes.add(id(node))
        if state.lost and state.handling:
            self.entered_instead.add(node.call)
        body = self._within(node).run(node.body, inner)
        if node.deferred:
            if self._trace is not None:
                self._trace.failed_later(end.error.call for end in body if end.error and end.lost)
            return frozenset({state})
        inside = self._sets.below(node)
        by_part = inside & self._sets.tested_by_part
        found: set[State] = set()
        for end in body:
            if end.status == "raise":
                error = _past(end.error, node.late)
                # A call that raises gives nothing back.
                found.add(left(end, "raise", (), error, state.handling))
            else:
                # What the function gave back counts where it tells something of a call inside it.
                tells = inside & self._sets.bit(end.culprit) if end.lost else by_part
                gave = end.gave if tells else state.gave
                found.add(left(end, "next", gave, state.error, state.handling))
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
            self._inside = Simulation(scenario, self._sets, self._caught, self._bases)
        return self._inside


def _past(error: Error | None, late: str) -> Error | None:
    """An error that leaves a function: its caller sees it, unless it waits for nothing either."""
    if error is None or error.late in ("always", late):
        return error
    return error._replace(late=late)


def _all(answers: object) -> bool | None:
    each = list(answers)  # type: ignore[call-overload]
    if False in each:
        return False
    return None if None in each else True


def _any(answers: object) -> bool | None:
    each = list(answers)  # type: ignore[call-overload]
    if True in each:
        return True
    return None if None in each else False
