"""``checks/ID.md``: the page of a check, YAML between two lines ``---`` and then prose."""

from __future__ import annotations

from auditor.model.catalog import CheckDoc
from auditor.model.severity import Severity
from auditor.rulebook.read_yaml import prose
from auditor.rulebook.record import Record

KINDS = ("survival", "time", "policy", "upkeep", "ignores")


def read_check(record: Record, name: str, page: bytes) -> CheckDoc:
    """One page; its name is the id of the check."""
    kind = record.need("kind")
    if kind and kind not in KINDS:
        record.complain("kind", f"kind: '{kind}' is none of {', '.join(KINDS)}")
    severity = record.choice("severity", Severity)
    if "severity" not in record:
        record.need("severity")
    text = prose(page)
    if not text.strip():
        record.complain("title", "the page has no text")
    doc = CheckDoc(
        id=name,
        title=record.need("title"),
        severity=severity or Severity.INFO,
        kind=kind,
        says=record.need("says"),
        fix=record.need("fix"),
        text=text.decode("utf-8", "replace").strip() + "\n",
    )
    record.done()
    return doc
