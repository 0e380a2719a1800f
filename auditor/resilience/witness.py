"""Tells how a run of a workflow ended: one sentence, and the lines that prove it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from auditor.model.behaviour import Attempt, Request
from auditor.model.loss import ERROR_WORDS, Effect, Loss, StandIn
from auditor.model.program import Entrypoint, Evidence, LlmCall
from auditor.resilience.answers import answering, asked_first, whom
from auditor.resilience.hits import Hits
from auditor.resilience.runs import Runs
from auditor.resilience.trace import Handler, Run


class Witness:
    """Speaks about one run of one workflow."""

    def __init__(
        self,
        runs: Runs,
        loss: Loss,
        hits: Hits,
        requests: Sequence[Request],
        run: Run,
    ) -> None:
        self._calls = runs.calls
        self._loss = loss
        self._hits = hits
        self._usual = runs.requested
        self._requests = requests
        self._run = run
        self._stand_ins = self._who_answers()

    def effect(self, entry: Entrypoint, doubtful: bool) -> Effect:
        """The effect of the run; ``doubtful`` where it ends better if the doubtful things hold."""
        run = self._run
        failed = {call for call, _ in run.switched} | (set(run.trace.failed) - set(run.trace.later))
        return Effect(
            workflow=entry.id,
            outcome="unknown" if doubtful else run.outcome,
            worst=run.outcome,
            error=run.error or None,
            failed=tuple(call.id for call in self._sorted(failed)),
            later=tuple(call.id for call in self._sorted(run.trace.later)),
            stand_ins=self._stand_ins,
            why=self._doubtful_why() if doubtful else self._why(),
            evidence=self._evidence(),
        )

    def _doubtful_why(self) -> str:
        """What is in doubt, and what follows if it is so."""
        doubts = (
            self._doubt(request, attempt)
            for request in sorted(self._requests, key=lambda r: (r.call, repr(r.ask)))
            if request.call in self._run.trace.failed
            for attempt in request.attempts
            if self._dead(request, attempt)
        )
        doubt = next(filter(None, doubts), "")
        return f"{doubt}; at worst {self._why()}" if doubt else self._why()

    def _why(self) -> str:
        match self._run.outcome:
            case "stops":
                return self._why_it_stops()
            case "degrades" if self._run.trace.failed.keys() <= self._run.trace.later.keys():
                return self._why_it_goes_on()
            case "degrades":
                taken = self._handlers(self._run.trace.took, self._run.trace.failed)
                where = f" at {_place(taken[0])}" if taken else ""
                return f"the handler{where} goes on without an answer"
            case "survives" if self._stand_ins:
                return "; ".join(dict.fromkeys(f"{whom(s)} answers" for s in self._stand_ins))
            case "survives":
                return self._why_it_goes_on()
            case "unknown":
                return "a choice that the code does not settle decides"
            case _:
                return self._what_is_gone()

    def _why_it_stops(self) -> str:
        culprits = [c.id for c in self._sorted(self._run.ended_by or self._run.trace.failed)]
        keys = [key for key in self._run.trace.failed if self._calls[key].id in culprits[:1]]
        passed = self._handlers(self._run.trace.let_pass, keys)
        if passed:
            return f"the handler at {_place(passed[0])} lets {self._error()} pass"
        instead = [key for key in self._run.trace.failed if key not in self._usual]
        if any(self._lost(key) for key in instead):
            return "what it falls back to is lost too"
        if instead:
            return "what it falls back to cannot answer"
        taken = self._handlers(self._run.trace.took, keys)
        if taken:
            return f"the handler at {_place(taken[0])} gives the error on"
        return "no handler takes the error"

    def _why_it_goes_on(self) -> str:
        later = self._sorted(self._run.trace.later)
        if later:
            return f"only work in the background fails: {later[0].path}:{later[0].line}"
        return "the failed call is not needed"

    def _what_is_gone(self) -> str:
        """What an untouched workflow would miss if another outage came."""
        gone = {r.call for r in self._requests if any(self._dead(r, a) for a in r.attempts)}
        found = self._sorted(gone)
        return f"its stand-in at {found[0].path}:{found[0].line} is lost" if found else ""

    def _evidence(self) -> tuple[Evidence, ...]:
        found: list[Evidence] = []
        trace = self._run.trace
        for call in self._sorted({*trace.failed, *(call for call, _ in self._run.switched)}):
            key = next(k for k, c in self._calls.items() if c is call)
            found.append(Evidence(call.path, call.line, self._what_fails(key)))
            for handler in self._handlers(trace.let_pass, [key]):
                says = f"takes {_types(handler)} only: {self._error()} passes"
                found.append(Evidence(handler.path, handler.line, says))
            for handler in self._handlers(trace.took, [key]):
                found.append(Evidence(handler.path, handler.line, f"takes {self._error()}"))
        for stand_in in self._stand_ins:
            says = f"asks {whom(stand_in)} instead"
            found.append(Evidence(stand_in.path, stand_in.line, says))
        return tuple(dict.fromkeys(found))

    def _what_fails(self, key: str) -> str:
        lost = self._lost(key)
        if not lost:
            asked = sorted({whom(a) for r in self._requests if r.call == key for a in r.attempts})
            return f"asks {' or '.join(asked[:3])}, with a model or key that is not theirs"
        gone = " or ".join(dict.fromkeys(whom(a) for _, a in lost[:3]))
        later = ", for nobody who waits" if key in self._run.trace.later else ""
        doubts = list(dict.fromkeys(filter(None, (self._doubt(r, a) for r, a in lost))))
        says = f"asks {gone}, which {'may be' if doubts else 'is'} lost{later}"
        return f"{says}: {doubts[0]}" if doubts else says

    def _lost(self, key: str) -> list[tuple[Request, Attempt]]:
        """The attempts of a call that are lost."""
        found = [
            (r, a) for r in self._requests if r.call == key for a in r.attempts if self._dead(r, a)
        ]
        return sorted(found, key=repr)

    def _doubt(self, request: Request, attempt: Attempt) -> str:
        """Why nobody can say whether the attempt is lost; empty where it surely is."""
        if self._hits.any_of(self._loss.domains, request, attempt) is True:
            return ""
        for domain in self._loss.uncertain:
            if self._hits.one(domain, request, attempt) is True:
                return f"it is not certain that {domain.replace(':', ' ')} is lost"
        if attempt.unknown:
            return attempt.unknown
        if request.kind == "agent" and any(d.startswith("auth:") for d in self._loss.domains):
            return "it may sign in with an account, and no key is named"
        return "its model, region or platform is not known"

    def _who_answers(self) -> tuple[StandIn, ...]:
        if self._run.outcome not in ("survives", "unknown"):
            return ()
        answers = dict(self._run.switched)
        for request in self._requests:
            asked = (request.call, request.ask)
            if asked in self._run.stood_in:
                answers[asked] = self._answering(request)
        lost = {a for r in self._requests for a in asked_first(r.ask) if self._dead(r, a)}
        known = {key for a in lost for key in (*a.credentials, *a.conditions)}
        found = {
            self._stand_in(call, attempt, known)
            for (call, _), attempts in answers.items()
            if call in self._calls
            for attempt in attempts
        }
        return tuple(sorted(found, key=lambda s: (s.path, s.line, whom(s))))

    def _answering(self, request: Request) -> tuple[Attempt, ...]:
        return answering(
            request.ask,
            lambda attempt: self._dead(request, attempt),
            lambda ask: self._run.goes_on(ask, request.sdk),
        )

    def _stand_in(self, key: str, attempt: Attempt, known: set[str]) -> StandIn:
        call = self._calls[key]
        needs = {*attempt.credentials, *attempt.conditions, *self._run.waits} - known
        return StandIn(
            call.id, call.path, call.line, attempt.vendor, attempt.platform, attempt.model,
            tuple(sorted(needs)),
        )  # fmt: skip

    def _dead(self, request: Request, attempt: Attempt) -> bool:
        return self._run.dead(request, attempt)

    def _error(self) -> str:
        return ERROR_WORDS.get(self._run.error, "the error")

    def _sorted(self, keys: Iterable[str]) -> list[LlmCall]:
        found = {self._calls[key] for key in keys if key in self._calls}
        return sorted(found, key=lambda call: (call.path, call.line, call.column, call.id))

    def _handlers(
        self, met: Mapping[str, Mapping[Handler, None]], keys: Iterable[str]
    ) -> list[Handler]:
        return sorted({handler for key in keys for handler in met.get(key, ())})


def _place(handler: Handler) -> str:
    return f"{handler.path}:{handler.line}"


def _types(handler: Handler) -> str:
    """The types without their modules, as the code mostly writes them."""
    return " and ".join(name.rpartition(".")[2] for name in handler.types[:3]) or "everything"
