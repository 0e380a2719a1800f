"""The front end for TypeScript. With JSX it is another language: ``<T>x`` is no cast there."""

from __future__ import annotations

from auditor.languages.decode import decode
from auditor.languages.javascript.lower import lower_file
from auditor.model.facts import FileFacts


def read(path: str, text: bytes) -> FileFacts:
    """Lower a TypeScript file."""
    language = "tsx" if path.lower().endswith("x") else "typescript"
    return lower_file(path, language, language, decode(path, text))
