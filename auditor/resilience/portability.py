"""What binds calls to one vendor, and how many calls nothing binds."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from auditor.model.feature import Feature, FeatureSite
from auditor.model.report import CallReport
from auditor.model.score import Bond, Portability


def portability(
    calls: Sequence[CallReport], features: Mapping[str, Feature], sites: Iterable[FeatureSite]
) -> Portability:
    """The share of calls that use none of the features, and every line that uses one."""
    judged = [call for call in calls if call.via != "wrapper" and not call.in_tests]
    every = sorted({*sites, *_tuned(judged, features.values())})
    bonds = tuple(_bond(site, judged, features) for site in every)
    bound = {call for bond in bonds for call in bond.calls}
    free = sum(call.id not in bound for call in judged)
    return Portability(
        share=round(free / len(judged), 4) if judged else None,
        calls=len(judged),
        free=free,
        bonds=bonds,
        says=f"{free} of {len(judged)} calls use nothing that only one vendor has",
    )


def _tuned(calls: Iterable[CallReport], features: Iterable[Feature]) -> list[FeatureSite]:
    """Calls of models whose ids say that nobody else has them."""
    patterns = [(f.id, re.compile(pattern)) for f in features for pattern in f.models]
    return [
        FeatureSite(call.path, call.line, feature, call.sdk, f"asks {model}")
        for call in calls
        for model in call.models
        for feature, pattern in patterns
        if pattern.search(model)
    ]


def _bond(site: FeatureSite, calls: Iterable[CallReport], features: Mapping[str, Feature]) -> Bond:
    name = features[site.feature].name if site.feature in features else site.feature
    here = tuple(
        call.id
        for call in calls
        if call.path == site.path and call.line <= site.line <= call.end_line
    )
    return Bond(site.feature, name, site.path, site.line, site.sdk, here, site.says)
