"""Exposure, survival and concentration: arithmetic over a report, explained."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from auditor.model.feature import Feature, FeatureSite
from auditor.model.loss import RANK
from auditor.model.report import AuditReport, CallReport, WorkflowReport
from auditor.model.score import WEIGHTS, Concentration, Exposure, Scores, Survival
from auditor.resilience.portability import portability

#: What can be lost, in the order of the report.
KINDS = ("vendor", "platform", "gateway")


def score(
    report: AuditReport,
    features: Mapping[str, Feature] | None = None,
    sites: Iterable[FeatureSite] = (),
) -> Scores:
    """The scores of a report; its own ``scores`` are not looked at.

    ``sites`` are the lines that use ``features``, which are by id.
    """
    flows = report.workflows
    calls = {call.id: call for call in report.calls}
    return Scores(
        workflows=len(flows),
        weight=_weight(flows),
        exposure=_exposures(flows),
        survival=tuple(_survival(kind, flows, calls) for kind in KINDS),
        concentration=_concentration(flows, calls),
        portability=portability(report.calls, features or {}, sites),
    )


def kind_of(domain: str) -> str:
    """``gateway`` of ``gateway:acme``; a bare id is a vendor's."""
    kind, colon, _ = domain.partition(":")
    return kind if colon else "vendor"


def weight_of(workflow: WorkflowReport) -> int:
    """What a workflow counts."""
    return WEIGHTS.get(workflow.criticality, WEIGHTS["normal"])


def _weight(flows: Iterable[WorkflowReport]) -> int:
    return sum(map(weight_of, flows))


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _exposures(flows: Sequence[WorkflowReport]) -> tuple[Exposure, ...]:
    """One for each thing that a workflow touches, the worst first within its kind."""
    domains = {domain for flow in flows for domain in flow.on_loss}
    found = [_exposure(domain, flows) for domain in domains]
    found.sort(key=lambda one: (KINDS.index(one.kind), -one.weight, one.domain))
    return tuple(found)


def _exposure(domain: str, flows: Sequence[WorkflowReport]) -> Exposure:
    by_word = _by_word(flows, lambda flow: flow.on_loss.get(domain, "survives"))
    stops, whole = _weight(by_word["stops"]), _weight(flows)
    return Exposure(
        domain=domain,
        kind=kind_of(domain),
        share=_share(stops, whole),
        weight=stops,
        stops=_ids(by_word["stops"]),
        degrades=_ids(by_word["degrades"]),
        unknown=_ids(by_word["unknown"]),
        says=f"{len(by_word['stops'])} of {len(flows)} workflows stop: weight {stops} of {whole}",
    )


def _survival(
    kind: str, flows: Sequence[WorkflowReport], calls: Mapping[str, CallReport]
) -> Survival:
    by_word = _by_word(flows, lambda flow: _worst(kind, flow, calls))
    alive, whole = _weight(by_word["survives"]), _weight(flows)
    return Survival(
        kind=kind,
        share=_share(alive, whole) if flows else None,
        weight=alive,
        survives=_ids(by_word["survives"]),
        degrades=_ids(by_word["degrades"]),
        stops=_ids(by_word["stops"]),
        unknown=_ids(by_word["unknown"]),
        says=f"{len(by_word['survives'])} of {len(flows)} workflows survive the loss of any one"
        f" {kind}: weight {alive} of {whole}",
    )


def _worst(kind: str, flow: WorkflowReport, calls: Mapping[str, CallReport]) -> str:
    """The worst that the loss of any one thing of the kind does to a workflow."""
    words = {word for domain, word in flow.on_loss.items() if kind_of(domain) == kind}
    if any(_is_open(kind, calls[call]) for call in flow.calls if call in calls):
        words.add("unknown")
    return next((word for word in RANK if word in words), "survives")


def _is_open(kind: str, call: CallReport) -> bool:
    """Whether the call may ask somebody whom nobody knows."""
    if kind == "gateway":
        return False
    if not call.targets:
        return not (call.vendors if kind == "vendor" else call.platforms)
    return any(not (one.vendor if kind == "vendor" else one.platform) for one in call.targets)


def _concentration(
    flows: Sequence[WorkflowReport], calls: Mapping[str, CallReport]
) -> Concentration:
    """A workflow that asks several vendors first counts for each in equal parts."""
    weights: dict[str, float] = defaultdict(float)
    unknown = 0
    for flow in flows:
        vendors = _asked_first(flow, calls)
        for vendor in vendors:
            weights[vendor] += weight_of(flow) / len(vendors)
        unknown += 0 if vendors else weight_of(flow)
    whole = sum(weights.values())
    if not whole:
        return Concentration(unknown=unknown, says="no workflow asks a known vendor")
    shares = {vendor: weights[vendor] / whole for vendor in sorted(weights)}
    hhi = sum(share**2 for share in shares.values())
    terms = " + ".join(f"{share:.2f}²" for share in sorted(shares.values(), reverse=True))
    return Concentration(
        hhi=round(hhi, 4),
        shares={vendor: round(share, 4) for vendor, share in shares.items()},
        unknown=unknown,
        says=f"{terms} = {hhi:.2f}",
    )


def _asked_first(flow: WorkflowReport, calls: Mapping[str, CallReport]) -> list[str]:
    """The vendors that a workflow asks while nothing fails."""
    made = [calls[call] for call in flow.calls if call in calls and not calls[call].standby]
    found: set[str] = set()
    for call in made:
        targets = [target for target in call.targets if not target.standby]
        found |= {target.vendor for target in targets} if call.targets else set(call.vendors)
    return sorted(found - {""})


def _by_word(
    flows: Sequence[WorkflowReport], word_of: Callable[[WorkflowReport], str]
) -> dict[str, list[WorkflowReport]]:
    found: dict[str, list[WorkflowReport]] = {word: [] for word in RANK}
    for flow in flows:
        found[word_of(flow)].append(flow)
    return found


def _ids(flows: Iterable[WorkflowReport]) -> tuple[str, ...]:
    return tuple(flow.id for flow in flows)
