"""``retries/ID.yaml``: decorators that try again, and what comes out when that is of no use."""

from __future__ import annotations

from auditor.model.retrier import Retrier
from auditor.rulebook.record import Record
from auditor.rulebook.slots import read_slot, read_when


def read_retrier(record: Record) -> Retrier:
    """One library's decorators."""
    record.texts("sources")
    ends = read_slot(record, "ends")
    found = Retrier(
        id=record.need("id"),
        name=record.need("name"),
        language=record.need("language"),
        decorators=record.texts("decorators"),
        types=read_slot(record, "types"),
        only=read_slot(record, "only"),
        types_of=record.texts("types_of"),
        ends=ends.args if ends is not None else (),
        instead=read_slot(record, "instead"),
        raises=record.text("raises"),
        as_it_is=read_slot(record, "as_it_is"),
        silent=read_when(record, "silent"),
    )
    if not found.decorators:
        record.complain("decorators", "'decorators' is missing")
    record.done()
    return found
