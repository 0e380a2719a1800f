"""What a check may look at, and the questions that most of them ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.checks.handlers import Handler, Handlers
from auditor.checks.swallowed import Swallowed, swallowed_in
from auditor.meaning.rehearsals import Rehearsals
from auditor.model.behaviour import Attempt
from auditor.model.caching import KeptAnswer
from auditor.model.catalog import Catalog, Role
from auditor.model.program import Evidence, LlmCall, Program
from auditor.model.report import AuditReport, CallReport, WorkflowReport
from auditor.resilience.judge import CallJudgement, Judgement
from auditor.resilience.verdicts import first_options
from auditor.resilience.waiting import longest_wait
from auditor.settings import Settings, fits

Flows = tuple[WorkflowReport, ...]


@dataclass(frozen=True)
class Case:
    """One audit, before its findings: the report, what it was made of, and the tests beside it.

    What many checks ask is worked out once.
    """

    report: AuditReport
    program: Program
    judgement: Judgement
    catalog: Catalog
    settings: Settings
    tests: Rehearsals
    kept: tuple[KeptAnswer, ...]
    named: tuple[tuple[str, Evidence], ...]

    @cached_property
    def by_id(self) -> dict[str, CallReport]:
        """The calls of the report."""
        return {call.id: call for call in self.report.calls}

    @cached_property
    def found(self) -> dict[str, LlmCall]:
        """The calls of the program, by the same ids."""
        return {call.id: call for call in self.program.calls}

    @cached_property
    def _flows(self) -> dict[str, list[WorkflowReport]]:
        flows: dict[str, list[WorkflowReport]] = {}
        for flow in sorted(self.report.workflows, key=_by_weight):
            for call in flow.calls:
                flows.setdefault(call, []).append(flow)
        return flows

    def calls(self) -> Iterator[CallReport]:
        """The calls that send a request themselves, in judged code.

        A call of your own function that is told whom to ask is left out: what is wrong with it is
        wrong, and mended, where the request is sent. So is a call that stands in for another one:
        it is the last resort, and what it is worth is said of the other.
        """
        for call in self.report.calls:
            judged = self.settings.include_tests or not call.in_tests
            if judged and call.via != "wrapper" and not self._is_last_resort(call):
                yield call

    def _is_last_resort(self, call: CallReport) -> bool:
        if call.id in self.judgement.stand_ins:
            return True
        return call.id in self.judgement.idle and call.id in self._in_handlers

    @cached_property
    def _in_handlers(self) -> frozenset[str]:
        """The calls that are made in a handler around another one."""
        return frozenset(a for one in self._handlers.values() for h in one for a in h.asks)

    def flows(self, call: CallReport) -> Flows:
        """The workflows that reach a call, those that matter most first."""
        return tuple(self._flows.get(call.id, ()))

    def flows_of(self, calls: Iterable[CallReport]) -> Flows:
        """The workflows that reach any of the calls, each once."""
        return tuple({flow.id: flow for call in calls for flow in self.flows(call)}.values())

    def outside(self, flow: WorkflowReport, word: str) -> tuple[str, ...]:
        """What others run and whose loss has this effect on a workflow; vendors if any."""
        lost = sorted(d for d, found in flow.on_loss.items() if found == word)
        return _vendors_first(domain for domain in lost if not self.is_own(domain))

    def may_not_leave(self, flow: WorkflowReport) -> bool:
        """Whether the team forbids that another vendor sees the workflow's data."""
        return any(fits(p, flow.name) for p in self.settings.policy.forbid_failover)

    def hurt(self, call: CallReport, word: str = "stops") -> Flows:
        """The workflows that end so, for want of something that this call needs too.

        Not those that may do nothing about it, since no other vendor may see their data.
        """
        lost = self.fatal(call, word)
        return tuple(
            flow
            for flow in self.flows(call)
            if any(flow.on_loss.get(d) == word for d in lost) and not self.may_not_leave(flow)
        )

    def lost_in(self, call: CallReport, flows: Flows, word: str = "stops") -> tuple[str, ...]:
        """What the call needs, and whose loss ends one of these workflows so."""
        found = self.fatal(call, word)
        if not flows:
            return found
        return tuple(d for d in found if any(flow.on_loss.get(d) == word for flow in flows))

    def fatal(self, call: CallReport, word: str = "stops") -> tuple[str, ...]:
        """What others run and whose loss has this effect on a call.

        The vendors where there are any, else platforms and gateways.
        """
        lost = sorted(d for d, found in call.on_loss.items() if found == word)
        return _vendors_first(domain for domain in lost if not self.is_own(domain))

    def felt(self, call: CallReport) -> tuple[str, ...]:
        """What others run and whose loss stops a call or lets it go on without an answer."""
        return (*self.fatal(call), *self.fatal(call, "degrades"))

    def is_own(self, domain: str) -> bool:
        """Whether your own team runs it: it fails with the rest of your own machines."""
        kind, _, name = domain.rpartition(":")
        if not kind:
            return name in self._own_vendors
        platform = self.catalog.platforms.get(name)
        return platform is not None and (platform.role is Role.LOCAL or platform.self_hosted)

    @cached_property
    def _own_vendors(self) -> set[str | None]:
        """What servers of your own are said to serve when the model tells nothing."""
        return {p.serves for p in self.catalog.platforms.values() if p.role is Role.LOCAL}

    def judged(self, call: CallReport) -> CallJudgement:
        """What the court said of a call."""
        return self.judgement.calls[call.id]

    def attempts(self, call: CallReport) -> tuple[Attempt, ...]:
        """What the call itself asks first."""
        return tuple(a for ask in self.found[call.id].asks for a in first_options(ask))

    def handlers(self, call: CallReport) -> tuple[Handler, ...]:
        """The handlers around the call in which somebody is asked."""
        return self._handlers.get(call.id, ())

    def swallowed(self, call: CallReport) -> tuple[Swallowed, ...]:
        """The handlers that keep the call's error from one further out that asks somebody."""
        return self._swallowed.get(call.id, ())

    @cached_property
    def _every_handler(self) -> Handlers:
        return Handlers(self.program)

    @cached_property
    def _handlers(self) -> dict[str, tuple[Handler, ...]]:
        return self._every_handler.around()

    @cached_property
    def _swallowed(self) -> dict[str, tuple[Swallowed, ...]]:
        return swallowed_in(self.program, self._every_handler)

    def wait(self, call: CallReport) -> float | None:
        """Seconds until the call gives up, infinite for never, None where that is not known."""
        return longest_wait(self.found[call.id].asks)

    def is_wrapped(self, call: CallReport) -> bool:
        """Whether callers of the function around the call decide whom it asks."""
        return (call.path, call.line) in self._decided_by_callers

    @cached_property
    def _decided_by_callers(self) -> frozenset[tuple[str, int]]:
        """The lines that calls of the repository's own functions lead to."""
        wrappers = (call for call in self.report.calls if call.via == "wrapper")
        return frozenset((step.path, step.line) for call in wrappers for step in call.evidence)

    def name(self, domain: str) -> str:
        """A vendor, platform or gateway as people call it."""
        kind, _, name = domain.rpartition(":")
        names = self.catalog.platforms if kind else self.catalog.vendors
        record = names.get(name)
        return record.name if record is not None else name


def _by_weight(flow: WorkflowReport) -> tuple[bool, bool]:
    """What its owners call critical comes first, what nobody calls by name comes last."""
    return flow.criticality != "critical", flow.kind == "library"


def _vendors_first(domains: Iterable[str]) -> tuple[str, ...]:
    """Only the vendors where there are any: their platforms are then no news."""
    found = tuple(domains)
    return tuple(domain for domain in found if ":" not in domain) or found


def who_of(flows: Flows) -> str:
    """The workflows by name, to begin a sentence with; it goes on in the singular for none."""
    return quoted(flow.name for flow in flows) or "A call that no known workflow reaches"


def verb_for(verb: str, flows: Sequence[WorkflowReport]) -> str:
    """The verb, given as for one workflow, for as many as there are."""
    if len(flows) < 2:
        return verb
    return verb.removesuffix("es") if verb == "goes" else verb.removesuffix("s")


def quoted(names: Iterable[str], most: int = 2) -> str:
    """``"a"``, ``"a" and "b"``, ``"a", "b" and 3 more``."""
    found = [f'"{name}"' for name in dict.fromkeys(names)]
    if len(found) > most:
        return f"{', '.join(found[:most])} and {len(found) - most} more"
    return " and ".join(found)


def either(names: Iterable[str]) -> str:
    """``a``, ``a or b``, ``a, b or c``."""
    *first, last = list(dict.fromkeys(names)) or [""]
    return f"{', '.join(first)} or {last}" if first else last


def named_at(call: CallReport, model: str) -> Iterator[tuple[str, int]]:
    """The places in a call's evidence where the name of the model is written, maybe repeatedly."""
    quoted = (f'"{model}"', f"'{model}'")
    for step in call.evidence:
        if any(text in step.says for text in quoted):
            yield step.path, step.line
