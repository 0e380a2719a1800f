"""``features.yaml``: what only one vendor has, and how its use looks in code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.model.feature import Feature, FeatureSign
from auditor.rulebook.problems import suggest
from auditor.rulebook.record import Record


def read_features(record: Record, sdks: Iterable[str]) -> Iterator[Feature]:
    """All features; ``sdks`` are the ids that signs may name."""
    known = frozenset(sdks)
    for inner in record.children("features"):
        feature = Feature(
            id=inner.need("id"),
            name=inner.need("name"),
            signs=tuple(_sign(sign, known) for sign in inner.children("signs")),
            models=inner.patterns("models"),
            optional=inner.flag("optional"),
        )
        if not feature.signs and not feature.models:
            inner.complain("id", f"feature '{feature.id}' has neither signs nor models")
        inner.done()
        yield feature
    record.done()


def _sign(record: Record, known: frozenset[str]) -> FeatureSign:
    sign = FeatureSign(
        sdk=record.need("sdk"),
        paths=record.texts("path"),
        args=record.texts("arg"),
        within=record.texts("within"),
    )
    if sign.sdk and sign.sdk not in known:
        record.complain("sdk", f"sdk: no library '{sign.sdk}'{suggest(sign.sdk, known)}")
    record.done()
    return sign
