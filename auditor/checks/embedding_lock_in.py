"""Embeddings that only one vendor can make."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.case import Case, Flows, either, quoted, verb_for
from auditor.checks.draft import Draft, Spot, severity_for
from auditor.model.program import Evidence
from auditor.model.report import CallReport
from auditor.model.severity import Confidence

COVERED = ("cross-vendor", "same-vendor-other-platform")


def find(case: Case) -> Iterator[Draft]:
    """One finding for each embedding model, however many calls use it."""
    by_model: dict[tuple[str, ...], list[CallReport]] = {}
    for call in case.calls():
        if (
            call.kind == "embedding"
            and call.verdict not in COVERED
            and (made := makers(case, call))
        ):
            by_model.setdefault((*made, *(call.models or ("?",))), []).append(call)
    for key, calls in by_model.items():
        yield _draft(case, key, calls)


def makers(case: Case, call: CallReport) -> tuple[str, ...]:
    """The vendors whose loss stops the call; open weights have none, anybody may serve them."""
    return tuple(domain for domain in case.fatal(call) if ":" not in domain)


def _draft(case: Case, key: tuple[str, ...], calls: list[CallReport]) -> Draft:
    first = calls[0]
    flows: Flows = tuple({f.id: f for call in calls for f in case.hurt(call)}.values())
    lost = makers(case, first)
    model = first.models[0] if len(first.models) == 1 else "the same model"
    vendor = either(map(case.name, lost))
    message = f"Only {vendor} can make vectors of {model}"
    if flows:
        verb = verb_for("stops", flows)
        who = quoted(flow.name for flow in flows)
        message = f"{who} {verb} when {vendor} is down: nobody else makes vectors of {model}"
    return Draft(
        message=message,
        spot=Spot(first.path, first.line, first.end_line, first.column, first.cell),
        subject=key,
        severity=severity_for(flows),
        confidence=min((Confidence(c.confidence) for c in calls), key=lambda c: -c.rank),
        workflows=tuple(flow.id for flow in flows),
        calls=tuple(call.id for call in calls),
        domains=lost,
        evidence=tuple(
            Evidence(call.path, call.line, f"embeds with {', '.join(call.models) or 'a model'}")
            for call in calls
        ),
    )
