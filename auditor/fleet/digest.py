"""What the fleet has to know of one repository's report: numbers by fault domain, and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from auditor.model.fleet import Member, Relations, Repository, Surviving, Toll
from auditor.model.report import AuditReport, WorkflowReport
from auditor.model.score import WEIGHTS


def digest(repository: Repository, report: AuditReport, file: str, relations: Relations) -> Member:
    """The repository as a member of the fleet; a few hundred bytes, however large the report."""
    weights = {flow.id: weight_in(flow, repository) for flow in report.workflows}
    return Member(
        repository=repository,
        state="audited",
        report=file,
        revision=report.revision,
        calls=sum(not call.in_tests for call in report.calls),
        workflows=len(report.workflows),
        weight=sum(weights.values()),
        tolls=_tolls(report.workflows, weights),
        surviving={
            one.kind: Surviving(len(one.survives), sum(weights[id] for id in one.survives))
            for one in report.scores.survival
        },
        findings=dict(
            Counter(str(one.severity) for one in report.findings if not one.suppressions)
        ),
        gateways=_sorted(gateway for call in report.calls for gateway in call.gateways),
        credentials=_sorted(
            one.key for one in report.configs if one.what == "credential" and one.key
        ),
        relations=relations,
        names=_names(report),
    )


def weight_in(flow: WorkflowReport, repository: Repository) -> int:
    """What a workflow weighs: its own criticality, else that of its repository."""
    declared = flow.criticality if flow.criticality != "normal" else repository.criticality
    return WEIGHTS.get(declared, WEIGHTS["normal"])


def _tolls(flows: Iterable[WorkflowReport], weights: Mapping[str, int]) -> dict[str, Toll]:
    found: dict[str, Counter[str]] = {}
    for flow in flows:
        for domain, word in flow.on_loss.items():
            here = found.setdefault(domain, Counter())
            here[word] += 1
            here["weight"] += weights[flow.id] if word == "stops" else 0
    return {
        domain: Toll(here["stops"], here["degrades"], here["unknown"], here["weight"])
        for domain, here in sorted(found.items())
    }


def _names(report: AuditReport) -> dict[str, str]:
    domains = {domain for flow in report.workflows for domain in flow.on_loss}
    domains.update(f"gateway:{gateway}" for call in report.calls for gateway in call.gateways)
    ids = {domain.rpartition(":")[2] for domain in domains}
    return {id: name for id, name in report.names.items() if id in ids}


def _sorted(found: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(found)))
