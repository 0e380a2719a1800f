"""``retirements/PLATFORM.yaml``: the days on which a platform's models end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from auditor.model.retirement import Retirement
from auditor.rulebook.record import Record

#: Never reached: what stands for a day that could not be read.
_NO_DAY = date.max


def read_retirements(record: Record) -> Iterator[Retirement]:
    """One for each day; a model may end on one day only."""
    platform = record.reference("id", "platform") or record.need("id")
    sources = record.texts("sources")
    if not sources:
        record.complain("sources", "sources: a day without a page that gives it is hearsay")
    seen: set[str] = set()
    for inner in record.children("models"):
        models = inner.texts("ids")
        for model in models:
            if model in seen or model != model.lower():
                wrong = "is listed before" if model in seen else "is not in lower case"
                inner.complain("ids", f"ids: '{model}' {wrong}")
            seen.add(model)
        yield Retirement(platform, _day(inner), models, sources)
        inner.done()
    record.done()


def _day(record: Record) -> date:
    text = record.need("on")
    try:
        return date.fromisoformat(text)
    except ValueError:
        if text:
            record.complain("on", f"on: '{text}' is no day such as 2026-01-31")
        return _NO_DAY
