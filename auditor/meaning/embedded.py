"""Programs that stand inside configuration files: they are read like any other code."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.languages import read_source
from auditor.meaning.documents import Document
from auditor.model.facts import FileFacts

LANGUAGES = frozenset({"python"})


def program_in(document: Document) -> Iterator[FileFacts]:
    """The program of a document that is one, with lines counted in the file around it."""
    if document.syntax in LANGUAGES and document.top.text and not document.in_tests:
        source = document.top.text.encode("utf-8", "replace")
        yield read_source(document.syntax, document.path, source)
