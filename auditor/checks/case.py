"""What a check may look at, and the questions that most of them ask."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from auditor.model.behaviour import Ask
from auditor.model.catalog import Catalog, Role
from auditor.model.program import Program
from auditor.model.report import AuditReport, CallReport, WorkflowReport
from auditor.resilience.judge import CallJudgement, Judgement
from auditor.resilience.waiting import longest_wait
from auditor.settings import Settings

Flows = tuple[WorkflowReport, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """One audit, before its findings: the report, and what the report was made of."""

    report: AuditReport
    program: Program
    judgement: Judgement
    catalog: Catalog
    settings: Settings
    _flows: dict[str, list[WorkflowReport]] = field(default_factory=dict)
    _asked: dict[str, tuple[Ask, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for flow in sorted(self.report.workflows, key=_by_weight):
            for call in flow.calls:
                self._flows.setdefault(call, []).append(flow)

    def calls(self) -> Iterator[CallReport]:
        """The calls that send a request themselves, in judged code.

        A call of your own function that is told whom to ask is left out: what is wrong with it is
        wrong, and mended, where the request is sent. So is a call that stands in for another one:
        it is the last resort, and what it is worth is said of the other.
        """
        for call in self.report.calls:
            judged = self.settings.include_tests or not call.in_tests
            if judged and call.via != "wrapper" and call.id not in self.judgement.stand_ins:
                yield call

    def flows(self, call: CallReport) -> Flows:
        """The workflows that reach a call, those that matter most first."""
        return tuple(self._flows.get(call.id, ()))

    def hurt(self, call: CallReport, word: str = "stops") -> Flows:
        """The workflows that end so, for want of something that this call needs too."""
        lost = self.fatal(call, word)
        return tuple(
            flow for flow in self.flows(call) if any(flow.on_loss.get(d) == word for d in lost)
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
        away = [domain for domain in lost if not self.is_own(domain)]
        vendors = tuple(domain for domain in away if ":" not in domain)
        return vendors or tuple(away)

    def is_own(self, domain: str) -> bool:
        """Whether your own team runs it: it fails with the rest of your own machines."""
        kind, _, name = domain.rpartition(":")
        if not kind:
            return name in self._own_vendors()
        platform = self.catalog.platforms.get(name)
        return platform is not None and (platform.role is Role.LOCAL or platform.self_hosted)

    def _own_vendors(self) -> set[str | None]:
        """What servers of your own are said to serve when the model tells nothing."""
        return {p.serves for p in self.catalog.platforms.values() if p.role is Role.LOCAL}

    def judged(self, call: CallReport) -> CallJudgement:
        """What the court said of a call."""
        return self.judgement.calls[call.id]

    def wait(self, call: CallReport) -> float | None:
        """Seconds until the call gives up, infinite for never, None where that is not known."""
        return longest_wait(self._asks()[call.id])

    def _asks(self) -> dict[str, tuple[Ask, ...]]:
        if not self._asked:
            self._asked.update((call.id, call.asks) for call in self.program.calls)
        return self._asked

    def is_wrapped(self, call: CallReport) -> bool:
        """Whether callers of the function around the call decide whom it asks."""
        place = (call.path, call.line)
        return any(
            (step.path, step.line) == place
            for other in self.report.calls
            if other.via == "wrapper"
            for step in other.evidence
        )

    def name(self, domain: str) -> str:
        """A vendor, platform or gateway as people call it."""
        kind, _, name = domain.rpartition(":")
        names = self.catalog.platforms if kind else self.catalog.vendors
        record = names.get(name)
        return record.name if record is not None else name


def _by_weight(flow: WorkflowReport) -> tuple[bool, bool]:
    """What its owners call critical comes first, what nobody calls by name comes last."""
    return flow.criticality != "critical", flow.kind == "library"


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
