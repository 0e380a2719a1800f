"""Runs the checks over one audit and gives their findings names that last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256

from auditor.checks import (
    dead_config,
    degraded_answer_cached,
    embedding_lock_in,
    forbidden_failover,
    hardcoded_model,
    manual_switch_only,
    narrow_fallback,
    no_fallback,
    no_timeout,
    retired_model,
    same_vendor_fallback,
    shared_credential,
    shared_gateway,
    shared_platform,
    single_vendor_workflow,
    slow_failover,
    unapproved_vendor,
    undeclared_credential,
    uninstalled_fallback,
    unlisted_dependency,
    unprovisioned_fallback,
    unreachable_fallback,
    unresolved_target,
    untested_fallback,
    vendor_concentration,
    vendor_feature_lock_in,
    wrong_model_fallback,
)
from auditor.checks.case import Case
from auditor.checks.draft import Draft
from auditor.model.catalog import CheckDoc
from auditor.model.finding import Finding

Check = Callable[[Case], Iterator[Draft]]

CHECKS: dict[str, Check] = {
    "dead-config": dead_config.find,
    "degraded-answer-cached": degraded_answer_cached.find,
    "embedding-lock-in": embedding_lock_in.find,
    "forbidden-failover": forbidden_failover.find,
    "hardcoded-model": hardcoded_model.find,
    "manual-switch-only": manual_switch_only.find,
    "narrow-fallback": narrow_fallback.find,
    "no-fallback": no_fallback.find,
    "no-timeout": no_timeout.find,
    "retired-model": retired_model.find,
    "same-vendor-fallback": same_vendor_fallback.find,
    "shared-credential": shared_credential.find,
    "shared-gateway": shared_gateway.find,
    "shared-platform": shared_platform.find,
    "single-vendor-workflow": single_vendor_workflow.find,
    "slow-failover": slow_failover.find,
    "unapproved-vendor": unapproved_vendor.find,
    "undeclared-credential": undeclared_credential.find,
    "uninstalled-fallback": uninstalled_fallback.find,
    "unlisted-dependency": unlisted_dependency.find,
    "unprovisioned-fallback": unprovisioned_fallback.find,
    "unreachable-fallback": unreachable_fallback.find,
    "unresolved-target": unresolved_target.find,
    "untested-fallback": untested_fallback.find,
    "vendor-concentration": vendor_concentration.find,
    "vendor-feature-lock-in": vendor_feature_lock_in.find,
    "wrong-model-fallback": wrong_model_fallback.find,
}


def find(case: Case, chosen: Iterable[str] | None = None) -> tuple[Finding, ...]:
    """What the checks have to say, the worst first; ``chosen`` are ids, None for all."""
    wanted = sorted(CHECKS if chosen is None else set(chosen) & set(CHECKS))
    found: list[Finding] = []
    for check in wanted:
        found += named(case.catalog.checks[check], CHECKS[check](case))
    return in_order(found)


def named(doc: CheckDoc, drafts: Iterable[Draft]) -> list[Finding]:
    """The drafts as findings of one check.

    Equal subjects are told apart by their order in the tree, so that a new one among them leaves
    the others as they were, wherever all of them move.
    """
    places = sorted(drafts, key=lambda d: (d.spot.path, d.spot.line, d.spot.column, d.message))
    seen: Counter[tuple[str, ...]] = Counter()
    found = []
    for draft in places:
        found.append(_finding(doc, draft, seen[draft.subject]))
        seen[draft.subject] += 1
    return found


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The worst first, then by place."""
    return tuple(sorted(findings, key=lambda finding: finding.order))


def _finding(doc: CheckDoc, draft: Draft, number: int) -> Finding:
    identity = "\0".join((doc.id, *draft.subject, str(number)))
    return Finding(
        check=doc.id,
        severity=draft.severity or doc.severity,
        confidence=draft.confidence,
        message=draft.message,
        path=draft.spot.path,
        line=draft.spot.line,
        end_line=draft.spot.end_line,
        column=draft.spot.column,
        cell=draft.spot.cell,
        workflows=draft.workflows,
        calls=draft.calls,
        domains=draft.domains,
        evidence=draft.evidence,
        fix=draft.fix or doc.fix,
        fingerprint=sha256(identity.encode("utf-8", "replace")).hexdigest()[:16],
    )
