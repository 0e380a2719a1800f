"""``caches.yaml``: how code keeps answers for later."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.caching import CacheRule
from auditor.rulebook.record import Record


def read_caches(record: Record) -> Iterator[CacheRule]:
    """One for each way."""
    for inner in record.children("caches"):
        yield CacheRule(
            decorators=inner.texts("decorators"),
            stores=inner.patterns("stores"),
            writes=inner.patterns("writes"),
            reads=inner.patterns("reads"),
        )
        inner.done()
    record.done()
