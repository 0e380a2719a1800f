"""Programs that stand inside configuration files: they are read like any other code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.languages import read_source
from auditor.meaning.documents import Document
from auditor.model.facts import FileFacts

LANGUAGES = frozenset({"python"})


def programs_in(documents: Iterable[Document]) -> Iterator[tuple[FileFacts, bool]]:
    """Their facts, with lines counted in the file around them."""
    for document in documents:
        if document.syntax in LANGUAGES and document.top.text:
            source = document.top.text.encode("utf-8", "replace")
            yield read_source(document.syntax, document.path, source), document.in_tests
