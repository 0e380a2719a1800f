"""What the reader may switch off, and what that does to each workflow and call."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from auditor.graph.targets import targets_of
from auditor.model.loss import RANK
from auditor.model.report import AuditReport, CallReport, Replay
from auditor.resilience.score import KINDS

UNTOUCHED = "untouched"
OUTCOMES = (*RANK, UNTOUCHED)
"""Every outcome, worst first."""


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


def incidents(report: AuditReport) -> tuple[Scenario, ...]:
    """The outages that happened and would be felt here, the latest first."""
    felt = [replay for replay in report.replays if replay.outcomes]
    return tuple(_incident(report, replay) for replay in reversed(felt))


def scenarios(report: AuditReport) -> tuple[Scenario, ...]:
    """The loss of each vendor, platform and gateway, the worst first in each kind."""
    losses = [thing.on_loss for thing in report.workflows]
    losses += [thing.on_loss for thing in report.calls]
    domains = {_full(key) for on_loss in losses for key in on_loss}
    found = [_loss(report, domain) for domain in domains]
    return tuple(sorted(found, key=_rank))


def _incident(report: AuditReport, replay: Replay) -> Scenario:
    """One incident. A replay ends at the first call that stops it; calls behind that fail too."""
    per_workflow = {
        flow.id: _known(replay.outcomes.get(flow.id, UNTOUCHED)) for flow in report.workflows
    }
    return Scenario(
        key=f"incident:{replay.id}",
        kind="incident",
        title=replay.title,
        note=f"{replay.start[:10]}{_lasting(replay.minutes)}",
        down=replay.domains,
        workflows=per_workflow,
        calls={call.id: _in_replay(call, replay) for call in report.calls},
        counts=_counted(per_workflow),
    )


def _in_replay(call: CallReport, replay: Replay) -> str:
    """The worst that the lost domains do to the call; not known if it failed for another reason."""
    otherwise = "unknown" if call.id in replay.failed else UNTOUCHED
    said = (_said(call.on_loss, domain) for domain in replay.domains)
    return min(filter(None, said), key=OUTCOMES.index, default=otherwise)


def _lasting(minutes: int | None) -> str:
    if minutes is None:
        return ""
    return f", {minutes} minutes" if minutes < 120 else f", {minutes / 60:.0f} hours"


def _counted(per_workflow: Mapping[str, str]) -> dict[str, int]:
    counted = Counter(per_workflow.values())
    return {word: counted[word] for word in OUTCOMES}


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
    return Scenario(
        key=domain,
        kind=kind,
        title=report.names.get(id, id),
        note="",
        down=(domain,),
        workflows=per_workflow,
        calls=per_call,
        counts=_counted(per_workflow),
    )


def _outcome(on_loss: Mapping[str, str], domain: str, calls: list[CallReport]) -> str:
    """What the report says; where it says nothing, untouched only if every target is known."""
    if said := _said(on_loss, domain):
        return said
    kind = domain.partition(":")[0]
    return "unknown" if any(_is_open(call, kind) for call in calls) else UNTOUCHED


def _said(on_loss: Mapping[str, str], domain: str) -> str:
    """The report's word, empty where it has none."""
    found = on_loss.get(domain) or on_loss.get(domain.removeprefix("vendor:"))
    return _known(found) if found else ""


def _known(word: str) -> str:
    return word if word in OUTCOMES else "unknown"


def _is_open(call: CallReport, kind: str) -> bool:
    """Whether a target is not known, so that it may be the one that is lost."""
    if kind == "vendor":
        return any(not target.vendor for target in targets_of(call))
    return kind == "platform" and any(not target.platform for target in targets_of(call))
