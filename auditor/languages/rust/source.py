"""The front end's door."""

from __future__ import annotations

from auditor.languages.decode import decode
from auditor.languages.rust.lower import lower_file
from auditor.model.facts import FileFacts


def read(path: str, text: bytes) -> FileFacts:
    """Lower a Rust file."""
    return lower_file(path, decode(path, text))
