"""``rehearsals.yaml``: how tests make something fail on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.model.languages import LANGUAGES
from auditor.model.rehearsal import RehearsalRule
from auditor.rulebook.problems import suggest
from auditor.rulebook.record import Record


def read_rehearsals(record: Record) -> Iterator[RehearsalRule]:
    """One for each language."""
    for inner in record.children("rehearsals"):
        language = inner.need("language")
        if language and language not in LANGUAGES:
            inner.complain("language", f"language: no '{language}'{suggest(language, LANGUAGES)}")
        yield RehearsalRule(language, inner.patterns("signs"))
        inner.done()
    record.done()
