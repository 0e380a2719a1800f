"""Judges every call and workflow of a program."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from auditor.model.behaviour import (
    ERROR_CLASSES,
    OUTAGE_CLASSES,
    Ask,
    Attempt,
    Behaviour,
    Enter,
    Guarded,
    Ordered,
    Request,
    attempts_as_shipped,
    attempts_of,
    nodes,
    requests_in,
)
from auditor.model.catalog import Platform, Via
from auditor.model.loss import RANK
from auditor.model.program import Evidence, LlmCall
from auditor.model.source import Diagnostic
from auditor.resilience.domains import VENDOR, Needed, domains_of, shown
from auditor.resilience.each_domain import Lost, WorkflowJudgement, lose_each
from auditor.resilience.grounds import grounds
from auditor.resilience.losses import Losses
from auditor.resilience.marks import ENTERED_INSTEAD, STOOD_IN, WAITS
from auditor.resilience.provided import Provided
from auditor.resilience.runs import Runs
from auditor.resilience.scenario import Asked, reacts
from auditor.resilience.states import State, outcome
from auditor.resilience.trace import Trace
from auditor.resilience.verdicts import (
    Standing,
    akin,
    broken,
    first_options,
    independent,
    may_be_broken,
    same_space,
    verdict_of,
)
from auditor.resilience.whichever import Whichever, first_of_several, scopes_of
from auditor.resilience.work import given_up, in_turn

#: A call is judged in at most this many of the entry points that reach it.
MOST_ENTRIES = 2


@dataclass(frozen=True, slots=True)
class CallJudgement:
    """What becomes of one call. ``leaks`` are error classes that its fallback does not answer.

    ``behind`` is what may be asked in its place for some kind of error, of use or not.
    """

    verdict: str
    on_loss: dict[str, str]
    leaks: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    behind: tuple[Attempt, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """Everything judged, by call id and entry point id.

    ``stand_ins`` are the calls that are made only when another one has failed, ``idle`` those that
    nothing makes as long as all goes well, of use or not. ``problems`` say what was not run to its
    end.
    """

    calls: dict[str, CallJudgement] = field(default_factory=dict)
    workflows: dict[str, WorkflowJudgement] = field(default_factory=dict)
    stand_ins: frozenset[str] = frozenset()
    idle: frozenset[str] = frozenset()
    problems: tuple[Diagnostic, ...] = ()


def judge(
    runs: Runs, platforms: Mapping[str, Platform], provided: Provided | None = None
) -> Judgement:
    """The verdict on every call, and what every workflow survives."""
    program = runs.program
    court = _Court(runs, platforms, provided or Provided())
    judged = {call.id: court.judge_call(call) for call in in_turn(runs.work, program.calls)}
    lost = court.lose_each()
    calls = court.with_stand_ins(court.with_unhurt(judged, lost))
    return Judgement(
        calls, lost.workflows, court.only_stand_ins(), court.idle(), given_up(runs.work)
    )  # fmt: skip


class _Court:
    def __init__(self, runs: Runs, platforms: Mapping[str, Platform], provided: Provided) -> None:
        self._runs = runs
        self._provided = provided
        self._platforms = platforms
        self._program = runs.program
        self._sets = runs.sets
        self._usually: dict[str, tuple[Ask, ...]] = defaultdict(tuple)
        for call, ask in sorted(runs.asked, key=repr):
            self._usually[call] += (ask,)
        self._keys = {identity: key for key, identity in runs.program.keys.items()}
        self._guarded = 0
        self._entered: dict[str, list[Enter]] = defaultdict(list)
        self._functions: dict[str, list[Enter]] = defaultdict(list)
        for node in nodes(runs.roots):
            if isinstance(node, Guarded):
                self._guarded |= self._sets.below(node.body)
            elif isinstance(node, Enter):
                self._functions[node.function].append(node)
                if node.call and runs.enters(node):
                    self._entered[node.call].append(node)
        self._requests = runs.requests
        self._errors = runs.errors
        self._needed = Needed()
        self._several: dict[str, Whichever] = {}
        self._stand_ins: dict[str, set[str]] = {}

    def with_stand_ins(self, judged: dict[str, CallJudgement]) -> dict[str, CallJudgement]:
        """A call that is made only when another fails shares the verdict on the pair.

        Sharing never makes a call look covered that sends the request itself: what stands behind
        it is nothing.
        """
        direct = {call.id for call in self._program.calls if call.via is not Via.WRAPPER}
        found = dict(judged)
        for stand_in, primaries in self._stand_ins.items():
            identity = self._program.keys[stand_in]
            words = {judged[primary].verdict for primary in primaries}
            if stand_in in self._runs.made or len(words) != 1:
                continue
            word = words.pop()
            if judged[identity].verdict in ("none", "manual-switch") and not (
                identity in direct and word == "cross-vendor"
            ):
                own, pairs = judged[identity].on_loss, [judged[p].on_loss for p in primaries]
                shared = {d: _worst(pairs, d) for d in own} if word == "cross-vendor" else own
                found[identity] = replace(judged[identity], verdict=word, on_loss=shared)
        return found

    def idle(self) -> frozenset[str]:
        """The calls that nothing makes as long as all goes well."""
        return frozenset(i for key, i in self._program.keys.items() if key not in self._runs.made)

    def only_stand_ins(self) -> frozenset[str]:
        """Those of them that are asked when another one fails."""
        keys = self._stand_ins.keys() - self._runs.made
        return frozenset(self._program.keys[key] for key in keys)

    def lose_each(self) -> Lost:
        """Every domain is lost in turn, after the calls are judged."""
        losses = Losses(self._runs, self._needed)
        entries = self._program.entrypoints
        return lose_each(losses, self._needed, entries, self._several.values(), self._runs.work)

    def with_unhurt(
        self, judged: Mapping[str, CallJudgement], lost: Lost
    ) -> dict[str, CallJudgement]:
        """The calls that survive whichever of several vendors they ask first are covered."""
        found = dict(judged)
        for identity in lost.unhurt:
            one = self._several[identity]
            found[identity] = replace(
                judged[identity],
                verdict="cross-vendor",
                on_loss={shown(domain): "survives" for domain in sorted(one.domains)},
                conditions=one.conditions,
            )
        return found

    def judge_call(self, call: LlmCall) -> CallJudgement:
        """Let the call alone fail, and see what stands in for it."""
        key = self._keys[call.id]
        bit = self._sets.bit(key)
        roots = self._roots_of(bit)
        usual = self._usually[key] or self._entered_as_shipped(call, key)
        primary = tuple(dict.fromkeys(a for ask in usual for a in first_options(ask)))
        classes = self._classes_of(call, primary, roots)
        by_class = {
            w: self._standing(call, usual, primary, roots, w) for w in set(classes.values())
        }
        word = min(OUTAGE_CLASSES, key=lambda c: RANK[by_class[classes[c]].outcome])
        worst = by_class[classes[word]]
        verdict = verdict_of(primary, usual, worst, self._platforms)
        if verdict == "none":
            verdict = self._narrow_verdict(primary, usual, by_class.values())
        for standing in by_class.values():
            for stand_in in standing.calls:
                self._stand_ins.setdefault(stand_in, set()).add(call.id)
        best = any(s.outcome == "survives" and s.attempts for s in by_class.values())
        leaks = [w for w in ERROR_CLASSES if by_class[classes[w]].outcome != "survives"]
        on_loss = self._call_losses(primary, worst, verdict)
        covered = verdict == "cross-vendor"
        several = first_of_several(primary) if roots and not covered else frozenset()
        conditions = self._conditions(call, primary, worst) if covered or several else ()
        if several:
            entered = self._functions[f"{call.path}:{call.function}"]
            scopes = scopes_of(key, roots, entered, self._requests)
            self._several[call.id] = Whichever(call, several, scopes, conditions)
        return CallJudgement(
            verdict=verdict,
            on_loss=on_loss,
            leaks=tuple(sorted(leaks)) if best else (),
            conditions=conditions if covered else (),
            evidence=self._grounds(call, key, roots, word),
            behind=tuple(sorted({a for s in by_class.values() for a in s.attempts}, key=repr)),
        )

    def _entered_as_shipped(self, call: LlmCall, key: str) -> tuple[Ask, ...]:
        """Whom the function asks that is called here, without what only other settings lead to."""
        if len(call.asks) < 2:
            return call.asks
        requests = requests_in(*(node.body for node in self._entered[key]))
        asked = {a for r in requests if (r.call, r.ask) in self._runs.asked for a in r.attempts}
        return tuple(ask for ask in call.asks if asked.issuperset(attempts_of(ask))) or call.asks

    def _classes_of(
        self, call: LlmCall, primary: tuple[Attempt, ...], roots: list[Behaviour]
    ) -> dict[str, str]:
        """The classes told apart by whatever may fail when the call does, each by its stand-in."""
        if call.via is Via.WRAPPER:
            return self._errors.told_apart(self._requests, roots)
        key = self._keys[call.id]
        vendors = {d for a in primary for d in domains_of(a) if d.startswith(VENDOR)}
        failing = [
            r for r in self._requests if r.call == key or vendors & self._needed.by_any_of(r)
        ]
        keys = {name for r in failing for a in r.attempts for name in a.credentials}
        # A stand-in with the wrong model or another's key fails as well.
        failing += [r for r in self._requests if all(may_be_broken(a, keys) for a in r.attempts)]
        return self._errors.told_apart(failing, roots)

    def _conditions(
        self, call: LlmCall, primary: tuple[Attempt, ...], standing: Standing
    ) -> tuple[str, ...]:
        """What the stand-ins need and no file of the repository provides."""
        provided = self._provided
        others = [self._runs.calls[key] for key in standing.calls if key in self._runs.calls]
        variables = provided.missing_variables(primary, standing.attempts, standing.conditions)
        return tuple(sorted(variables | provided.missing_packages(call, others)))

    def _grounds(
        self, call: LlmCall, key: str, roots: list[Behaviour], word: str
    ) -> tuple[Evidence, ...]:
        """The lines that the verdict rests on: the run once more, and told."""
        trace = Trace()
        bits = self._sets.bit(key)
        run = self._runs.under(lambda request, _: request.call == key, word, bits, key, trace)
        for root in roots if bits & self._guarded else ():
            self._runs.ends(run, root)
        return grounds(call, word, run, trace, self._runs.calls, self._runs.caught)

    def _narrow_verdict(
        self, primary: tuple[Attempt, ...], asks: tuple[Ask, ...], found: Iterable[Standing]
    ) -> str:
        """A fallback to the same vendor is named even where it answers to few errors only."""
        words = {verdict_of(primary, asks, standing, self._platforms) for standing in found}
        return next((w for w in sorted(words) if w.startswith("same-vendor")), "none")

    def _roots_of(self, bit: int) -> list[Behaviour]:
        """Behaviours that hold the call, the smallest first: functions before whole workflows."""
        holding = [r for r in self._runs.roots if self._sets.below(r) & bit]
        holding.sort(key=lambda r: self._sets.below(r).bit_count())
        return holding[:MOST_ENTRIES]

    def _standing(
        self,
        call: LlmCall,
        usual: tuple[Ask, ...],
        primary: tuple[Attempt, ...],
        roots: list[Behaviour],
        word: str,
    ) -> Standing:
        """What is asked instead when the call fails in this way, and the worst end."""
        key = self._keys[call.id]
        inside = [self._inner_standing(ask, word, call) for ask in usual]
        if inside and all(inside):
            return Standing("survives", tuple(a for found in inside for a in found))
        if key not in self._runs.made:
            # It is made only when something else has failed: nothing stands behind it.
            return Standing("stops", ())
        fallen: set[tuple[str, Ask | None]] = {(key, ask) for ask in self._usually[key]}
        fallen = fallen or {(key, None)}
        first: Standing | None = None
        while True:
            standing, stood_in = self._fail(frozenset(fallen), primary, key, roots, word)
            first = first or standing
            dependent = {
                (call, ask)
                for call, ask in stood_in
                if any(akin(primary, a) for a in attempts_of(ask))
            }
            # What stands in but needs the same vendor is gone with it: what is behind that?
            if standing.outcome != "survives" or not standing.attempts:
                return first
            if dependent <= fallen:
                return standing
            fallen |= dependent

    def _inner_standing(self, ask: Ask, word: str, call: LlmCall) -> tuple[Attempt, ...]:
        """What a library asks by itself when the first option of the call fails in this way.

        Its list is gone through until one answers, so what is independent of the first counts.
        """
        if not isinstance(ask, Ordered):
            return ()
        before = self._inner_standing(ask.options[0], word, call)
        if not reacts(ask, word, call.raises, self._runs.caught):
            return before
        first = first_options(ask)
        rest = [o for o in ask.options[1:] if same_space(call.kind.value, ask.options[0], o)]
        options = [before, *(attempts_of(option) for option in rest)]
        sound = [o for o in options if o and not all(broken(first, a) for a in o)]
        apart = [o for o in sound if all(independent(a, b) for a in first for b in o)]
        return tuple(a for option in apart or sound or options for a in option)

    def _fail(
        self,
        fallen: frozenset[tuple[str, Ask | None]],
        primary: tuple[Attempt, ...],
        key: str,
        roots: list[Behaviour],
        word: str,
    ) -> tuple[Standing, frozenset[Asked]]:
        """The end when ``key`` fails, and of the other fallen requests what is akin to ``primary``.

        With it the requests that stand in, if any of them saves a way through.
        In a loop over models, what a line asks first is to fail, and not what it asks then.
        """
        bits = 0
        for call, _ in fallen:
            bits |= self._sets.bit(call)
        usually = set(self._usually[key])

        calls = {call for call, _ in fallen}
        among = [r for r in self._requests if r.call in calls]
        hit = {id(r) for r in among if (r.call, r.ask) in fallen}
        first = {id(r) for r in among if r.call == key and r.ask in usually}

        def dead(request: Request, attempt: Attempt) -> bool:
            if id(request) not in hit:
                return False
            return id(request) in first or akin(primary, attempt)

        simulation = self._runs.under(dead, word, bits, key)
        worst, states = "survives", set[State]()
        for root in roots:
            ends = self._runs.ends(simulation, root)
            if ends is None:
                return Standing("unknown", ()), frozenset()
            worst = min(worst, outcome(ends), key=RANK.__getitem__)
            states |= ends
        saved = any(state.saved for state in states)
        stood_in = simulation.did(STOOD_IN) if saved else frozenset()
        asked = {call for call, _ in stood_in}
        wrappers = simulation.did_by_name(ENTERED_INSTEAD) - {""} if asked else set()
        waits = frozenset(simulation.did_by_name(WAITS)) if saved else frozenset()
        standing = Standing(worst, _attempts_in(stood_in), frozenset(asked | wrappers), waits)
        return standing, stood_in

    def _call_losses(
        self, primary: tuple[Attempt, ...], standing: Standing, verdict: str
    ) -> dict[str, str]:
        """What the loss of each domain that the call or its stand-ins need means for it."""
        found: dict[str, str] = {}
        for domain in {d for a in (*primary, *standing.attempts) for d in self._needed.by(a)}:
            found[shown(domain)] = self._call_loss(domain, primary, standing, verdict)
        return dict(sorted(found.items()))

    def _call_loss(
        self, domain: str, primary: tuple[Attempt, ...], standing: Standing, verdict: str
    ) -> str:
        hit = [a for a in primary if domain in self._needed.by(a)]
        if not hit:
            return "survives"
        if standing.outcome == "degrades":
            return "degrades"
        spared = [a for a in standing.attempts if domain not in self._needed.by(a)]
        if standing.outcome == "survives" and spared and verdict != "none":
            return "survives"
        if len(hit) < len(primary) and verdict in ("manual-switch", "gateway-spof"):
            return "unknown"
        return "stops"


def _attempts_in(asked: Iterable[Asked]) -> tuple[Attempt, ...]:
    return tuple(sorted({a for _, ask in asked for a in attempts_as_shipped(ask)}, key=repr))


def _worst(found: list[dict[str, str]], domain: str) -> str:
    """What the loss of a domain means at worst to those that need it."""
    return min((f.get(domain, "survives") for f in found), key=RANK.__getitem__)
