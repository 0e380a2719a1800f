"""The front end for JavaScript, JSX included."""

from __future__ import annotations

from auditor.languages.decode import decode
from auditor.languages.javascript.lower import lower_file
from auditor.model.facts import FileFacts


def read(path: str, text: bytes) -> FileFacts:
    """Lower a JavaScript file."""
    return lower_file(path, "javascript", "javascript", decode(path, text))
