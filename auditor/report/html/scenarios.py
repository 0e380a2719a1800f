"""What the reader may switch off, and what that does to each workflow and call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.graph.targets import targets_of
from auditor.model.report import AuditReport, CallReport
from auditor.report.words import RANK

UNTOUCHED = "untouched"
OUTCOMES = (*RANK, UNTOUCHED)
"""Every outcome, worst first."""
KINDS = ("vendor", "platform", "gateway")


@dataclass(frozen=True, slots=True)
class Scenario:
    """Something that is lost. ``down`` are the fault domains, as ``kind:id``.

    ``workflows`` and ``calls`` map each id to one of ``OUTCOMES``; ``counts`` counts the workflows.
    """

    key: str
    kind: str
    title: str
    note: str
    down: tuple[str, ...]
    workflows: dict[str, str]
    calls: dict[str, str]
    counts: dict[str, int]


def scenarios(report: AuditReport) -> tuple[Scenario, ...]:
    """The loss of each vendor, platform and gateway, the worst first in each kind."""
    losses = [thing.on_loss for thing in report.workflows]
    losses += [thing.on_loss for thing in report.calls]
    domains = {_full(key) for on_loss in losses for key in on_loss}
    found = [_loss(report, domain) for domain in domains]
    return tuple(sorted(found, key=_rank))


def _rank(scenario: Scenario) -> tuple[object, ...]:
    kind = KINDS.index(scenario.kind) if scenario.kind in KINDS else len(KINDS)
    return (kind, *(-scenario.counts[word] for word in RANK), scenario.title, scenario.key)


def _full(key: str) -> str:
    """``on_loss`` writes vendors by their bare id."""
    return key if key.partition(":")[0] in KINDS else f"vendor:{key}"


def _loss(report: AuditReport, domain: str) -> Scenario:
    kind, _, id = domain.partition(":")
    calls = {call.id: call for call in report.calls}
    per_call = {call.id: _outcome(call.on_loss, domain, [call]) for call in report.calls}
    per_workflow = {
        flow.id: _outcome(flow.on_loss, domain, [calls[c] for c in flow.calls if c in calls])
        for flow in report.workflows
    }
    counted = Counter(per_workflow.values())
    return Scenario(
        key=domain,
        kind=kind,
        title=report.names.get(id, id),
        note="",
        down=(domain,),
        workflows=per_workflow,
        calls=per_call,
        counts={word: counted[word] for word in OUTCOMES},
    )


def _outcome(on_loss: Mapping[str, str], domain: str, calls: list[CallReport]) -> str:
    """What the report says; where it says nothing, untouched only if every target is known."""
    said = on_loss.get(domain) or on_loss.get(domain.removeprefix("vendor:"))
    if said is not None:
        return said if said in RANK else "unknown"
    kind = domain.partition(":")[0]
    return "unknown" if any(_is_open(call, kind) for call in calls) else UNTOUCHED


def _is_open(call: CallReport, kind: str) -> bool:
    """Whether a target is not known, so that it may be the one that is lost."""
    if kind == "vendor":
        return any(not target.vendor for target in targets_of(call))
    return kind == "platform" and any(not target.platform for target in targets_of(call))
